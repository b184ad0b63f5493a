import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bankFileSchema } from '../../main/core/banks/bank-file.ts'
import { projectRoot } from '../support/ports.ts'

const login = {
  path: '/login',
  fields: [
    { selector: '#user', type: 'text' },
    { selector: '#password', type: 'password' },
  ],
  origin: 'same',
}
const outcomes = [
  { result: 'needs-code', visible: 'input[name=otp]' },
  { result: 'wrong-credentials', visible: 'text=Invalid user' },
]
const file = (change: Record<string, unknown>) => ({
  code: 'north-bank',
  name: 'North bank',
  loginUrl: null,
  status: 'ready',
  hosts: [],
  timeZone: 'UTC',
  locale: 'en-US',
  scripts: [],
  ...change,
})
const problemOf = (change: Record<string, unknown>) =>
  bankFileSchema.safeParse(file(change)).error?.issues.map((issue) => issue.path.join('.'))[0] ?? null

describe('the login page in a bank.json', () => {
  it('may be described, with what the pages after it mean, or left out', () => {
    expect(bankFileSchema.parse(file({ login, outcomes }))).toMatchObject({ login, outcomes })
    expect(bankFileSchema.parse(file({}))).not.toHaveProperty('login')
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['a path with a query', { login: { ...login, path: '/login?x=1' } }, 'login.path'],
    ['a whole address', { login: { ...login, path: 'https://north.example/login' } }, 'login.path'],
    ['no password', { login: { ...login, fields: [login.fields[0]] } }, 'login.fields'],
    ['a field twice', { login: { ...login, fields: [login.fields[1], login.fields[1]] } }, 'login.fields'],
    [
      'an unknown kind of field',
      { login: { ...login, fields: [{ selector: '#a', type: 'pasword' }] } },
      'login.fields.0.type',
    ],
    ['another origin', { login: { ...login, origin: 'any' } }, 'login.origin'],
    ['a misspelt key', { login: { ...login, feilds: [] } }, 'login'],
    ['an unknown outcome', { outcomes: [{ result: 'wrong', visible: '#x' }] }, 'outcomes.0.result'],
    ['an outcome that fits nothing', { outcomes: [{ result: 'inside', visible: ' ' }] }, 'outcomes.0.visible'],
  ])('is refused with %s', (_, change, path) => {
    expect(problemOf(change)).toBe(path)
  })

  it('is described by every shipped bank that has a script', () => {
    const banks = join(projectRoot, 'resources', 'banks')
    for (const folder of readdirSync(banks)) {
      const bank = bankFileSchema.parse(JSON.parse(readFileSync(join(banks, folder, 'bank.json'), 'utf8')))
      if (bank.scripts.length === 0) continue
      expect(bank.login).toBeDefined()
      expect(bank.outcomes?.map((each) => each.result)).toContain('inside')
    }
  })
})
