import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkScript, longestScript } from '../../main/core/banks/script-check.ts'
import { projectRoot } from '../support/ports.ts'

const refusal = (code: string): string | null => {
  try {
    checkScript(code)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('the check of a new script', () => {
  const banks = join(projectRoot, 'resources', 'banks')
  const shipped = readdirSync(banks, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
  it.each(shipped)('accepts what ships with the program: %s', (name) => {
    expect(refusal(readFileSync(join(banks, name), 'utf8'))).toBeNull()
  })

  it.each([
    ['a list', 'return []'],
    ['a list after work', 'const rows = await page.rows("tr", {})\nreturn rows.map((row) => ({ ...row }))'],
    ['a value that only shows when it runs', 'const hooks = make()\nreturn hooks'],
    ['hooks with an option', 'return { login, isAuthenticated, poll, keepAlive }'],
    ['hooks in quotes', `return { 'login': a, 'isAuthenticated': b, 'poll': c }`],
    ['a spread', 'return { ...base, poll }'],
    ['two ends', 'if (context.requestOtp) return {}\nreturn []'],
    ['words in strings and patterns', 'const a = "return { }"; const b = /return {/; const c = `{\\``\nreturn []'],
    ['a template with a value', `const c = \`{\${page}}\`\nreturn { login, isAuthenticated, poll }`],
    ['a computed name', 'return { [name]: 1, login, isAuthenticated }'],
    ['a comment behind the end', 'return { login, isAuthenticated, poll } // } {'],
    ['a division', 'const half = (4) / 2; const x = half / 3\nreturn [half]'],
    [
      'arrow functions and defaults',
      'return { login: async (page, { username } = {}) => { return 1 }, isAuthenticated: (p) => true, async poll(page) { return [] } }',
    ],
  ])('accepts %s', (_, code) => {
    expect(refusal(code)).toBeNull()
  })

  it.each([
    ['nothing', '', 'must not be empty'],
    ['blanks', ' \n\t', 'must not be empty'],
    ['what does not parse, with its line', 'const a = 1\nconst b = = 2\nreturn []', /no valid JavaScript: .*line 2\)/],
    ['what is not closed', 'const a = 1\nreturn [', /no valid JavaScript: .*at its end\)/],
    ['what would close the function and go on', '}); stop(); (async () => {\nreturn []', 'no valid JavaScript'],
    ['an import', 'import fs from "node:fs"\nreturn []', 'no valid JavaScript'],
    ['an export', 'export default []', 'no valid JavaScript'],
    ['a script without an answer', 'await page.goto(context.loginUrl)', 'returns nothing'],
    ['an answer in a comment only', '// return []\nawait page.goto("x")', 'returns nothing'],
    ['hooks without poll', 'return { login, isAuthenticated }', 'without poll'],
    ['no hooks at all', 'return {}', 'without login, isAuthenticated, poll'],
    [
      'hooks with a misspelt name',
      'return {\n  async login(page) { return { poll: 1 } },\n  isAuthentic: async () => true,\n  poll: () => [],\n}',
      'without isAuthenticated',
    ],
  ])('refuses %s', (_, code, words) => {
    expect(refusal(code)).toMatch(words)
  })

  it('measures the size in bytes', () => {
    const fill = (bytes: number) => `return [] //${' '.repeat(bytes - 12)}`
    expect(refusal(fill(longestScript))).toBeNull()
    expect(refusal(fill(longestScript + 1))).toMatch(/65537 bytes, more than 65536/)
    expect(refusal(`return ['${'ñ'.repeat(longestScript / 2)}']`)).toMatch(/more than 65536/)
  })

  it('never runs the code', () => {
    checkScript('globalThis.ranHere = true\nreturn []')
    expect('ranHere' in globalThis).toBe(false)
  })
})
