import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance } from 'i18next'
import { describe, expect, test } from 'vitest'
import english from '../../../renderer/i18n/en/index.ts'
import spanish from '../../../renderer/i18n/es/index.ts'
import { fileText } from '../../../renderer/shared/file-words.ts'

const readers = join(import.meta.dirname, '../../../main/core/statements')
const source = readdirSync(readers, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(readers, name), 'utf8'))
  .join('\n')

const codesIn = (pattern: RegExp): string[] => [...new Set([...source.matchAll(pattern)].map(([, code]) => code ?? ''))]

// Where the readers name their codes: whole files refused, remarks, places, questions.
const refused = [
  ...codesIn(/new StatementError\(\s*(?:\w+ \? )?'([a-z0-9_]+)'/g),
  ...codesIn(/fail(?:ure)?\(\s*'([a-z0-9_]+)'/g),
  ...codesIn(/\? '(amount_[a-z_]+)'/g),
]
const remarked = [
  ...codesIn(/(?:\.warn|tally\.add|[^a-zA-Z.]warning|Warning)\(\s*'([a-z0-9_]+)'/g),
  ...codesIn(/warnings\.push\(\{\s*code: '([a-z0-9_]+)'/g),
]
const faulted = [
  ...codesIn(/(?:\.fault|faults\.add|[^a-zA-Z.]fault)\(\s*'([a-z0-9_]+)'/g),
  ...codesIn(/difference\(\s*'([a-z0-9_]+)'/g),
]
const asked = codesIn(/readonly code: ('date_order'[^\n]+)/g).flatMap((list) =>
  [...list.matchAll(/'([a-z_]+)'/g)].map(([, code]) => code ?? ''),
)
const contexts = codesIn(/params: \{ context: '([a-z_]+)'/g)

const languages = { en: english, es: spanish }

describe.each(Object.entries(languages))('texts about files in %s', (language, texts) => {
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { [language]: { translation: texts } },
    interpolation: { escapeValue: false },
  })
  const unsaid = 'in no language'
  const isUnsaid = (part: 'remark' | 'ask' | 'fault') => (code: string) => {
    const own = fileText(i18n, part, { code, message: unsaid })
    const stem = `fileWords.${part}.${code}`
    // A text whose params are wanted says its own message without them.
    return (
      own === unsaid && !i18n.exists(stem) && !Object.keys(texts.fileWords[part]).some((k) => k.startsWith(`${code}_`))
    )
  }

  test('every code that a reader refuses a file with has one', () => {
    expect(refused.length).toBeGreaterThan(40)
    expect(refused.filter(isUnsaid('fault'))).toEqual([])
  })

  test('every remark, every place and every question has one', () => {
    expect(remarked.length).toBeGreaterThan(12)
    expect(remarked.filter(isUnsaid('remark'))).toEqual([])
    expect(faulted.length).toBeGreaterThan(12)
    expect(faulted.filter(isUnsaid('fault'))).toEqual([])
    expect(asked.length).toBeGreaterThan(5)
    expect(asked.filter(isUnsaid('ask'))).toEqual([])
    const known = Object.keys({ ...texts.fileWords.ask, ...texts.fileWords.remark, ...texts.fileWords.fault })
    expect(contexts.filter((context) => !known.some((key) => key.endsWith(`_${context}`)))).toEqual([])
  })

  test('what a message names stands in it, and cases of one code are told apart', () => {
    const gap = fileText(i18n, 'remark', {
      code: 'sequence_gap',
      message: '',
      params: { account: 'X1', after: 3, before: 7 },
    })
    expect(gap).toMatch(/X1.*3.*7/)
    const loan = fileText(i18n, 'ask', { code: 'amount_sign', message: '', params: { context: 'loan' } })
    expect(loan).not.toBe(fileText(i18n, 'ask', { code: 'amount_sign', message: '' }))
    const cell = { code: 'amount_invalid', message: '', params: { context: 'text', text: 'many' } }
    expect(fileText(i18n, 'fault', cell)).toContain('many')
    expect(fileText(i18n, 'remark', { code: 'sequence_gap', message: 'kept before' })).toBe('kept before')
    expect(fileText(i18n, 'remark', { code: 'of_tomorrow', message: 'its own words' })).toBe('its own words')
  })
})
