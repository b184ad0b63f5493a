import { expect, test } from 'vitest'
import { type Caller, createTestCore, type TestCore } from '../../support/core.ts'
import { openBooks } from '../support/books.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { type RunAnswer, runsPath } from '../support/world.ts'

interface KnownFrom {
  readonly kind: string
  readonly runId: string
  readonly fileName: string | null
}
interface Previewed {
  readonly knownCount: number
  readonly entries: readonly { readonly amount: number; readonly knownFrom: KnownFrom | null }[]
  readonly knownEntries: readonly { readonly amount: number; readonly knownFrom: KnownFrom }[]
}

async function preview({ core }: TestCore, user: Caller, content: string, ledger: string | null): Promise<Previewed> {
  const form = new FormData()
  form.set('file', new File([content], 'looked-at.txt'))
  if (ledger !== null) form.set('ledger_id', ledger)
  const response = await core.api.fetch(
    new Request('http://core.test/v1/ledgers/reconciliation/sources/preview', {
      method: 'POST',
      headers: { authorization: `Bearer ${user.token}` },
      body: form,
    }),
    { clientAddress: 'test' },
  )
  expect(response.status).toBe(200)
  const { files } = (await response.json()) as { files: Previewed[] }
  return files[0] as Previewed
}

async function booksWithStatement() {
  const core = await createTestCore()
  const user = await core.signUp()
  const books = await openBooks(user)
  const run = (await user.post<RunAnswer>(runsPath, { ledger_id: books.bank.id })).body
  const file = camt({
    entries: [
      { amount: 500, date: '2025-01-09', name: 'Ana Ruiz', reference: 'R-1' },
      { amount: 700, date: '2025-01-10', name: 'Eva Sosa', text: 'Invoice 7' },
    ],
  })
  await uploadTo(core, user, run.id, file, {}, 'january.xml')
  return { core, user, ledger: books.bank.id, run: run.id }
}

test('a preview for a ledger says of each line whether the ledger has it, and since which file', async () => {
  const { core, user, ledger, run } = await booksWithStatement()
  const later = camt({
    id: 'S-2',
    entries: [
      { amount: 700, date: '2025-01-10', name: 'Eva Sosa', text: 'Invoice 7' },
      { amount: 900, date: '2025-01-11', name: 'Juan Paz' },
      { amount: 500, date: '2025-01-09', name: 'Ana Ruiz', reference: 'R-1' },
    ],
  })

  const found = await preview(core, user, later, ledger)

  const from = { kind: 'file', runId: run, fileName: 'january.xml' }
  expect(found.entries.map(({ amount, knownFrom }) => [amount, knownFrom?.fileName])).toEqual([
    [700, 'january.xml'],
    [900, undefined],
    [500, 'january.xml'],
  ])
  expect(found.knownEntries).toMatchObject([
    { amount: 700, knownFrom: from },
    { amount: 500, knownFrom: from },
  ])
  expect(found.knownCount).toBe(2)
  // Without a ledger there is nothing to compare with.
  expect(await preview(core, user, later, null)).toMatchObject({ knownCount: 0, knownEntries: [] })
}, 60_000)

test('a day that came in another format before is known line by line as the import would know it', async () => {
  const { core, user, ledger } = await booksWithStatement()
  const table = [
    'Booking date;Counterparty;Amount;Currency',
    '2025-01-10;Eva Sosa;7.00;EUR',
    '2025-01-11;Juan Paz;9.00;EUR',
  ]

  const found = await preview(core, user, table.join('\n'), ledger)

  expect(found.entries.map(({ amount, knownFrom }) => [amount, knownFrom?.fileName])).toEqual([
    [700, 'january.xml'],
    [900, undefined],
  ])
}, 60_000)
