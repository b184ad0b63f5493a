import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readStatements } from '../../../main/core/statements/read.ts'
import { asiaPacificLayouts } from './layouts/asia-pacific.ts'
import { easternLayouts } from './layouts/eastern.ts'
import { germanLayouts } from './layouts/german.ts'

const layouts = [...easternLayouts, ...asiaPacificLayouts, ...germanLayouts]
const written: readonly (readonly [bank: string, encoding: string])[] = [
  ['T-Bank (RU)', 'windows-1251'],
  ['T-Bank (RU)', 'utf-16le'],
  ['Sber business (RU)', 'koi8-r'],
  ['Sber business (RU)', 'cp866'],
  ['monobank (UA)', 'windows-1251'],
  ['Akbank (TR)', 'windows-1254'],
  ['Alpha Bank (GR)', 'windows-1253'],
  ['Tatra banka (SK)', 'windows-1250'],
  ['Swedbank (LT)', 'windows-1257'],
  ['Leumi (IL)', 'windows-1255'],
  ['MUFG (JP)', 'shift_jis'],
  ['China Merchants Bank', 'gb18030'],
  ['Kookmin (KR)', 'euc-kr'],
  ['Sparkasse CSV-CAMT', 'windows-1252'],
  ['DKB', 'windows-1252'],
]

test.each(written)('%s in %s reads like the same table in UTF-8', async (bank, encoding) => {
  const layout = layouts.find((one) => one.bank === bank)
  const bytes = iconv.encode(layout?.rows.join('\r\n') ?? '', encoding)
  const read = await readStatements(new Uint8Array(bytes))
  const booked = read.statements.flatMap(({ entries }) => entries).filter(({ bankStatus }) => bankStatus === 'booked')
  expect(booked.map(({ amount }) => amount)).toEqual(layout?.amounts)
  expect(read.questions).toEqual([])
  expect(read.statements[0]?.proof.status).toBe(layout?.proof ?? 'not_provable')
})

test('words of another alphabet are found without a header that is known', async () => {
  const text =
    'Когда;Что именно;Сколько\n31.01.2025;Пекарня на углу;-4,20\n30.01.2025;Оплата по счету двенадцать;1000,00\n'
  const read = await readStatements(new Uint8Array(iconv.encode(text, 'windows-1251')))
  expect(read.encoding).toBe('windows-1251')
  expect(read.statements[0]?.entries[0]?.remittanceText).toContain('Пекарня на углу')
})
