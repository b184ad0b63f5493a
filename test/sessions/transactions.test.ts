import { describe, expect, it } from 'vitest'
import { readTransactions } from '../../main/core/sessions/transactions.ts'

const good = {
  externalId: 'BDP1',
  referenceHash: 'a'.repeat(64),
  amount: 1500.5,
  currency: 'uyu',
  senderName: '  Juan Pérez ',
  receivedAt: '2026-05-12T07:00:00-03:00',
  raw: { any: 'thing' },
}

describe('what a script returns', () => {
  it('becomes movements', () => {
    expect(
      readTransactions([
        good,
        { ...good, externalId: ' BDP2 ', amount: '0.01', senderName: ' ', referenceHash: undefined, raw: undefined },
      ]),
    ).toEqual([
      {
        externalId: 'BDP1',
        amountMinor: 150_050,
        currency: 'UYU',
        senderName: 'Juan Pérez',
        receivedAt: Date.parse('2026-05-12T10:00:00Z'),
        raw: { any: 'thing' },
      },
      expect.objectContaining({ externalId: 'BDP2', amountMinor: 1, senderName: null }),
    ])
    expect(readTransactions([])).toEqual([])
  })

  it.each<[unknown, string]>([
    [null, 'the script returned no list of transactions but null'],
    [{ rows: [] }, 'no list of transactions but object'],
    ['text', 'no list of transactions but string'],
    [[null], 'transaction 1: is null instead of an object'],
    [[good, 3], 'transaction 2: is number instead of an object'],
    [[{ ...good, externalId: undefined }], 'transaction 1: externalId is missing or of the wrong type'],
    [[{ ...good, externalId: ' ' }], 'externalId must not be empty'],
    [[{ ...good, externalId: 12 }], 'externalId is missing or of the wrong type'],
    [[{ ...good, amount: 0 }], 'amount must be a positive amount with at most two decimals'],
    [[{ ...good, amount: -5 }], 'amount must be a positive amount'],
    [[{ ...good, amount: 1.005 }], 'amount must be a positive amount'],
    [[{ ...good, amount: 0.1 + 0.2 }], 'amount must be a positive amount'],
    [[{ ...good, amount: null }], 'amount'],
    [[{ ...good, amount: '1e3' }], 'amount must be a positive amount'],
    [[{ ...good, amount: '1.234,56' }], 'amount must be a positive amount'],
    [[{ ...good, currency: '$' }], 'currency must be a code of at least three letters'],
    [[{ ...good, receivedAt: '12/05/2026' }], 'receivedAt must be a date and time with its offset'],
    [[{ ...good, receivedAt: '2026-05-12T10:00:00' }], 'receivedAt must be a date and time with its offset'],
    [[{ ...good, receivedAt: '2026-02-30T10:00:00Z' }], 'receivedAt must be a date and time'],
    [[{ ...good, senderName: 5 }], 'senderName'],
    [[{ ...good, referenceHash: 'abc' }], 'referenceHash must be a SHA-256'],
    [[good, { ...good, amount: 2 }], 'externalId "BDP1" stands for two different transactions'],
    [Array.from({ length: 10_001 }, () => good), '10001 transactions, more than 10000'],
  ])('fails as a whole when it is nonsense: %j', (value, message) => {
    expect(() => readTransactions(value)).toThrow(message)
    expect(() => readTransactions(value)).toThrow(/^movements_fetch_failed: .*; nothing was stored$/)
  })

  it('takes the same row twice for what it is', () => {
    expect(readTransactions([good, good])).toHaveLength(2)
  })
})
