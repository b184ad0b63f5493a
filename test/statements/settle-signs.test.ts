import { describe, expect, test } from 'vitest'
import { collect } from '../../main/core/statements/collect.ts'
import { FileRemarks } from '../../main/core/statements/file-remarks.ts'
import { readEvents } from '../../main/core/statements/read.ts'
import type { KnownSigns, ReadOptions } from '../../main/core/statements/types.ts'
import { camt, withoutClosing } from '../ledger/support/statement-files.ts'

const reversed = (closing: number) =>
  camt({
    entries: [
      { amount: 10_000, date: '2025-05-02', name: 'Ana' },
      { amount: -4_000, date: '2025-05-03', name: 'Eva', reversal: true },
    ],
    closing,
  })
const inverted: KnownSigns = { reading: 'reversals_inverted', learntBy: 'proof', fileName: 'may.xml' }
const known = { signs: { 'camt.053': inverted } } satisfies ReadOptions

async function read(xml: string, options: ReadOptions = {}) {
  const remarks = new FileRemarks()
  const { events } = await readEvents(Buffer.from(xml), options)
  async function* watched() {
    for await (const group of events) {
      for (const event of group) remarks.take(event)
      yield group
    }
  }
  const file = await collect(watched())
  return {
    amounts: file.statements[0]?.entries.map(({ amount }) => amount),
    questions: file.questions,
    warnings: file.warnings.map(({ code, params }) => [code, params?.context ?? null]),
    learnt: remarks.learntSigns,
  }
}

describe('the signs of a statement', () => {
  test('what alone proves is adopted, and tells later files', async () => {
    expect(await read(reversed(14_000))).toEqual({
      amounts: [10_000, 4_000],
      questions: [],
      warnings: [['reversal_sign_inverted', null]],
      learnt: { reading: 'reversals_inverted', learntBy: 'proof' },
    })
  })

  test.each([
    ['without a closing balance', withoutClosing(reversed(0))],
    ['that proves in no reading', reversed(15_000)],
  ])('a statement %s is read as earlier files told, says so, and may be told otherwise', async (_, xml) => {
    const remembered = await read(xml, known)
    expect(remembered).toMatchObject({
      amounts: [10_000, 4_000],
      questions: [
        {
          code: 'amount_sign',
          params: { context: 'remembered_proof', file: 'may.xml' },
          choices: ['as_read', 'reversals_inverted'],
          chosen: 'reversals_inverted',
          changesAmounts: false,
          isRemembered: true,
        },
      ],
      warnings: [['reversal_sign_inverted', 'memory']],
      learnt: null,
    })

    expect(await read(xml, { ...known, answers: { amount_sign: 'as_read' } })).toMatchObject({
      amounts: [10_000, -4_000],
      questions: [],
      warnings: [],
      learnt: { reading: 'as_read', learntBy: 'answer' },
    })
    expect(await read(xml)).toMatchObject({ amounts: [10_000, -4_000], questions: [], learnt: null })
  })

  test('balances go before what is remembered, and correct it', async () => {
    expect(await read(reversed(6_000), known)).toMatchObject({
      amounts: [10_000, -4_000],
      questions: [],
      learnt: { reading: 'as_read', learntBy: 'proof' },
    })
  })

  test('an answer does not turn what the balances prove', async () => {
    const answers = { amount_sign: 'reversals_inverted' }
    expect(await read(reversed(6_000), { answers })).toMatchObject({ amounts: [10_000, -4_000] })
  })

  test('reversals that cancel each other out tell nothing', async () => {
    const xml = camt({
      entries: [
        { amount: 4_000, date: '2025-05-02', reversal: true },
        { amount: -4_000, date: '2025-05-03', reversal: true },
      ],
    })
    expect(await read(xml)).toMatchObject({ amounts: [4_000, -4_000], learnt: null })
  })

  test('what is remembered of one format says nothing about another, nor about files without reversals', async () => {
    const other = { signs: { mt940: inverted } }
    expect(await read(withoutClosing(reversed(0)), other)).toMatchObject({ amounts: [10_000, -4_000], questions: [] })
    const plain = withoutClosing(camt({ entries: [{ amount: -4_000, date: '2025-05-03' }] }))
    expect(await read(plain, known)).toMatchObject({ amounts: [-4_000], questions: [], warnings: [] })
  })
})
