import { describe, expect, it } from 'vitest'
import { createReferenceFinder } from '../../../main/core/matching/assignment/references.ts'
import { isIban, schemeOf } from '../../../main/core/matching/check-digits.ts'

const find = (references: string[], text: string, amountMinor = 150_000): string[] =>
  createReferenceFinder(references)
    .find(text, amountMinor)
    .map(({ reference }) => reference)

describe('check digits', () => {
  it.each([
    ['RF18539007547034', 'iso-11649'],
    ['RF18539007547035', undefined],
    ['210000000003139471430009017', 'swiss'],
    ['210000000003139471430009018', undefined],
    ['4539148803436467', 'mod-10'],
    ['12345', undefined],
    ['0000000000', undefined],
    ['TS1041', undefined],
  ])('of %s are of scheme %s', (reference, scheme) => {
    expect(schemeOf(reference)).toBe(scheme)
  })

  it('tell an account number', () => {
    expect(isIban('DE44500105175407324931')).toBe(true)
    expect(isIban('DE44500105175407324932')).toBe(false)
    expect(isIban('RF18539007547034')).toBe(false)
  })
})

describe('an order named in a text', () => {
  it.each([
    ['TS-1041', 'pago TS-1041'],
    ['TS-1041', 'TRANSF TS 1041 MAYO'],
    ['TS-1041', 'ts1041'],
    ['0045127', 'FACTURA 45127'],
    ['45127', 'FACTURA 0045127'],
    ['RF18539007547034', 'ref RF18 5390 0754 7034 gracias'],
    ['ÑA-2210', 'na 2210'],
  ])('%s is found in "%s"', (reference, text) => {
    expect(find([reference], text)).toEqual([reference])
  })

  it.each([
    ['TS-1041', 'TS-10415', 'a longer number'],
    ['TS-1041', 'XTS-1041', 'part of a word'],
    ['55123', '9955123', 'part of a number'],
    ['55123', 'CTA 551 23', 'groups of bare digits'],
    ['1041', 'PAGO 1041', 'too short'],
    ['2026', 'ENERO 2026', 'a year'],
    ['12052026', '12/05/2026', 'a date'],
    ['150000', '1500,00', 'the amount'],
    ['54073249', 'IBAN DE44 5001 0517 5407 3249 31', 'part of an account number'],
    ['MND48812', 'MREF MND48812', 'a mandate'],
    ['NOTPROVIDED', 'NOTPROVIDED', 'a placeholder'],
    ['0000000', '0000000', 'nothing but zeros'],
    ['RF18539007547034', 'RF18 5390 0754 7035', 'a wrong check digit'],
    ['ORDER', 'ORDER', 'no digits'],
  ])('%s is not found in "%s": %s', (reference, text) => {
    expect(find([reference], text)).toEqual([])
  })

  it('is found for each order that the text names', () => {
    expect(find(['TS-1041', 'TS-1042', 'TS-1043'], 'TS-1041 y TS-1043')).toEqual(['TS-1041', 'TS-1043'])
  })

  it('is not found when two orders differ only in leading zeros', () => {
    expect(find(['0045127', '45127'], 'FACTURA 45127')).toEqual([])
  })
})
