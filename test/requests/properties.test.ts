import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrived, conciliationWorld, expected } from './world.ts'

const names = [
  'Juan Pérez',
  'Juan Pérez Gómez',
  'Ana Ruiz',
  'María José Núñez',
  "Brian O'Donnell",
  'Ferretería El Tornillo S.A.',
  'Иван Петров',
]
const amounts = ['10.00', '10.00', '25.00']

type World = ReturnType<typeof conciliationWorld>

interface OrderText {
  readonly name: string
  readonly amount: string
}
interface TransferText {
  readonly sender: string | null
  readonly amount: string
  readonly hour: number
}

const orders = fc.array(fc.record({ name: fc.constantFrom(...names), amount: fc.constantFrom(...amounts) }), {
  minLength: 1,
  maxLength: 6,
})
const transfers = fc.array(
  fc.record({
    sender: fc.option(fc.constantFrom(...names), { nil: null, freq: 6 }),
    amount: fc.constantFrom(...amounts),
    hour: fc.nat(20),
  }),
  { maxLength: 6 },
)

/** What became of every order, each side in one call; movements are told by the bank's id. */
function outcomes(
  world: World,
  orderTexts: readonly (OrderText & { id: string })[],
  transferTexts: readonly (TransferText & { id: string })[],
  change: () => void = () => undefined,
): Record<string, string> {
  // One file for all examples: opening one costs more than everything else.
  world.db.exec(`delete from suggestions; delete from matches; delete from match_attempts; delete from requests;
    delete from movements; delete from poll_states`)
  world.ingest(
    ...transferTexts.map(({ id, sender, amount, hour }) =>
      arrived(sender, { id, amount, at: Date.parse('2026-05-12T00:00:00Z') + hour * 3_600_000 }),
    ),
  )
  change()
  world.poll(...orderTexts.map(({ id, name, amount }) => expected(id, name, amount)))
  const rows = world.db
    .prepare(`
    select r.external_id as id, r.status, m.external_id as movement from requests r
      left join matches x on x.request_id = r.id left join movements m on m.id = x.bank_transaction_id`)
    .all() as { id: string; status: string; movement: string | null }[]
  const used = rows.flatMap(({ movement }) => movement ?? [])
  expect(new Set(used).size, 'no movement serves two requests').toBe(used.length)
  return Object.fromEntries(rows.map(({ id, status, movement }) => [id, movement ?? status]))
}

const numbered = <T>(prefix: string, rows: readonly T[]) => rows.map((row, i) => ({ ...row, id: `${prefix}-${i}` }))
const shuffled = fc.func(fc.nat()).map(
  (rank) =>
    <T extends { id: string }>(rows: readonly T[]) =>
      [...rows].sort((a, b) => rank(a.id) - rank(b.id)),
)

describe('the wired decision', () => {
  test('does not depend on the order in which orders and movements are listed', () => {
    const one = conciliationWorld()
    fc.assert(
      fc.property(orders, transfers, shuffled, (some, others, shuffle) => {
        const [a, b] = [numbered('O', some), numbered('T', others)]
        // Rows of one instant are told apart by their stored ids, which differ from run to run.
        fc.pre(new Set(others.map(({ hour }) => hour)).size === others.length)
        expect(outcomes(one, shuffle(a), shuffle(b))).toEqual(outcomes(one, a, b))
      }),
      { numRuns: 60 },
    )
  })

  test('is not changed by an unrelated movement', () => {
    const unrelated = fc.record({
      sender: fc.constantFrom('Zoe Wagner', 'Konrad Adler'),
      amount: fc.constantFrom('10.00', '25.00', '99.00'),
    })
    const one = conciliationWorld()
    fc.assert(
      fc.property(orders, transfers, unrelated, (some, others, { sender, amount }) => {
        fc.pre(new Set(others.map(({ hour }) => hour)).size === others.length)
        const [a, b] = [numbered('O', some), numbered('T', others)]
        const beside = outcomes(one, a, b, () => void one.ingest(arrived(sender, { id: 'X', amount })))
        expect(beside).toEqual(outcomes(one, a, b))
      }),
      { numRuns: 60 },
    )
  })

  test('does not see accents, case and punctuation', () => {
    const rewritten = (sender: string | null, style: number) => {
      if (sender === null) return null
      const plain = sender.normalize('NFD').replace(/\p{M}/gu, '')
      if (style === 0) return plain.toUpperCase()
      if (style === 1) return sender.toLowerCase().replaceAll(' ', '  ')
      return `${sender.replaceAll(' ', '.  ')}.`
    }
    const one = conciliationWorld()
    fc.assert(
      fc.property(orders, transfers, fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }), (some, others, styles) => {
        fc.pre(new Set(others.map(({ hour }) => hour)).size === others.length)
        const [a, b] = [numbered('O', some), numbered('T', others)]
        const other = b.map((row, i) => ({ ...row, sender: rewritten(row.sender, styles[i] ?? 0) }))
        expect(outcomes(one, a, other)).toEqual(outcomes(one, a, b))
      }),
      { numRuns: 60 },
    )
  })
})
