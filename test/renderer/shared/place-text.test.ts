import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import english from '../../../renderer/i18n/en/index.ts'
import { placeText } from '../../../renderer/shared/file-words.ts'

const i18n = createInstance()
void i18n.init({
  lng: 'en',
  fallbackLng: false,
  initAsync: false,
  resources: { en: { translation: english } },
  interpolation: { escapeValue: false },
})

const params = { account: 'DE02120300000000202051', entries: 5 }

test('a fault is told as a fault also where the program’s own words are those of the window', () => {
  const said = { code: 'account', message: '', params }
  const fault = placeText(i18n, said)
  expect(fault).toContain('DE02120300000000202051')
  expect(placeText(i18n, { ...said, message: fault })).toBe(fault)
})

test('what is only a question is told as one, and what has no words keeps its own', () => {
  expect(placeText(i18n, { code: 'currency', message: 'own words' })).toContain('names no currency')
  expect(placeText(i18n, { code: 'never heard of', message: 'own words' })).toBe('own words')
})

test('a file of no known format shows how it begins', () => {
  const said = { code: 'file_start', message: 'It begins with: Dear customer', params: { start: 'Dear customer' } }
  expect(placeText(i18n, said)).toBe('It begins with: Dear customer')
})
