import { setTimeout as wait } from 'node:timers/promises'
import { parseMinor } from '../../core/money.ts'
import type { MovementBody, ProgramClient } from '../program-client.ts'
import { dayBefore, demoStatement, openingMinor, savingsAccount, statementLines } from './statement.ts'

/** How a run of the books stands; counts of lines and of proposals. */
export interface BooksRun {
  readonly name: string
  readonly lines: number
  readonly proposed: number
  readonly accepted: number
  readonly open: number
  readonly proof: string | null
}
export interface BooksOutcome {
  readonly runs: { readonly movements: BooksRun; readonly statement: BooksRun }
  readonly differences: readonly string[]
}

interface Stage {
  readonly program: ProgramClient
  /** The account of the practice bank whose movements are compared. */
  readonly accountId: string
  readonly movements: readonly MovementBody[]
  readonly now: number
}
interface RunAnswer {
  readonly id: string
  readonly status: string
  readonly proof_status: string | null
  readonly counts: {
    readonly entries: number
    readonly suggested: number
    readonly accepted: number
    readonly unmatched: number
    readonly partial: number
  }
}
interface LedgerAnswer {
  readonly id: string
  readonly code: string
}

const chart = [
  { code: '1111', description: 'Banco de práctica, pesos', type: 'asset', is_reconcilable: true },
  {
    code: '1112',
    description: 'Caja de ahorro, pesos',
    type: 'asset',
    is_reconcilable: true,
    account_identifiers: [{ scheme: 'other', value: savingsAccount }],
  },
  { code: '1201', description: 'Deudores por ventas', type: 'asset' },
  { code: '2101', description: 'Proveedores', type: 'liability' },
  { code: '3101', description: 'Capital', type: 'equity' },
  { code: '5401', description: 'Comisiones bancarias', type: 'expense' },
] as const
type Code = (typeof chart)[number]['code']

/** Payments that the bookkeeper has not entered yet. */
const notBookedYet = 4
const runLimitMs = 60_000
const runs = '/v1/ledgers/reconciliation/runs'

/**
 * The second half at work after the day: a chart, bookings, a rule for fees, a run over what was read from the practice
 * bank, and one over a statement whose strong proposals are accepted. In a folder that was kept the books stand already
 * and only a run over the new account's movements is added.
 */
export async function playBooks(stage: Stage): Promise<BooksOutcome> {
  const { program } = stage
  const known = await program.ask<{ data: LedgerAnswer[] }>('GET', '/v1/ledgers?limit=500')
  const isFirst = !known.data.some(({ code }) => code === chart[0].code)
  if (isFirst) await openBooks(stage)
  const movements = await compareMovements(stage)
  const statement = await compareStatement(stage)
  return { runs: { movements, statement }, differences: isFirst ? differencesOf(movements, statement) : [] }
}

async function openBooks({ program, movements, now }: Stage): Promise<void> {
  for (const ledger of chart) await program.ask('POST', '/v1/ledgers', { currency_code: 'UYU', ...ledger })
  await book(program, { here: '1112', there: '3101', amount: openingMinor, day: dayBefore(now, 14), opening: true })
  for (const { amount, ago, party, text } of statementLines) {
    // The fee is not in the books: a rule proposes where it belongs.
    if (party === null || text === 'Transferencia') continue
    const there = amount > 0 ? '1201' : '2101'
    await book(program, { here: '1112', there, amount, day: dayBefore(now, ago + 1), party, text })
  }
  await program.ask('POST', '/v1/ledgers/rules', {
    conditions: { direction: 'debit', contains: ['comisión'] },
    action: { ledger_id: '5401', reason: 'bank_fee' },
  })
  const received = movements.filter(({ currency }) => currency === 'UYU')
  for (const movement of received.slice(0, -notBookedYet))
    await book(program, {
      here: '1111',
      there: '1201',
      amount: parseMinor(movement.amount) ?? 0,
      day: movement.received_at.slice(0, 10),
      party: movement.sender_name,
    })
}

interface Booking {
  readonly here: Code
  readonly there: Code
  readonly amount: number
  readonly day: string
  readonly party?: string | null
  readonly text?: string
  readonly opening?: boolean
}

async function book(
  program: ProgramClient,
  { here, there, amount, day, party, text, opening }: Booking,
): Promise<void> {
  const [one, other] = amount > 0 ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const)
  const document = /[A-Z]+-\d+|\d{4,}/.exec(text ?? '')?.[0]
  await program.ask('POST', '/v1/ledgers/journals', {
    booking_date: day,
    description: text ?? '',
    ...(opening ? { type: 'opening_balance' } : {}),
    entries: [
      {
        ledger_id: here,
        type: one,
        amount: Math.abs(amount),
        counterparty_name: party ?? null,
        document_no: document ?? null,
        description: text ?? '',
      },
      { ledger_id: there, type: other, amount: Math.abs(amount) },
    ],
  })
}

async function compareMovements({ program, accountId, now }: Stage): Promise<BooksRun> {
  const { id } = await program.ask<RunAnswer>('POST', runs, {
    ledger_id: '1111',
    source_type: 'movements',
    account_id: accountId,
    period_from: dayBefore(now, 6),
    period_to: dayBefore(now, -1),
    note: 'Banco de práctica',
  })
  await program.ask('POST', `${runs}/${id}/auto-match`)
  return stateOf('Run over the movements read', await ended(program, id))
}

async function compareStatement({ program, now }: Stage): Promise<BooksRun> {
  const name = 'Run over a statement'
  const { data } = await program.ask<{ data: RunAnswer[] }>('GET', `${runs}?ledger_id=1112&limit=1`)
  if (data[0]) return stateOf(name, data[0])
  const { id } = await program.ask<RunAnswer>('POST', runs, { ledger_id: '1112', note: 'Caja de ahorro' })
  await program.send(`${runs}/${id}/sources/upload`, new File([demoStatement(now)], 'caja-de-ahorro.xml'))
  await program.ask('POST', `${runs}/${id}/auto-match`)
  await program.ask('POST', `${runs}/${id}/accept-all`, { min_band: 'strong' })
  return stateOf(name, await ended(program, id))
}

/** The run once nothing works on it any more. */
async function ended(program: ProgramClient, id: string): Promise<RunAnswer> {
  const deadline = performance.now() + runLimitMs
  for (;;) {
    const run = await program.ask<RunAnswer>('GET', `${runs}/${id}`)
    if (run.status !== 'running') return run
    if (performance.now() > deadline) throw new Error(`The run ${id} did not end within ${runLimitMs / 1000} s`)
    await wait(20)
  }
}

const stateOf = (name: string, { counts, proof_status: proof }: RunAnswer): BooksRun => ({
  name,
  lines: counts.entries,
  proposed: counts.suggested,
  accepted: counts.accepted,
  open: counts.unmatched + counts.partial,
  proof,
})

/** What is not as a newcomer should find it. */
function differencesOf(movements: BooksRun, statement: BooksRun): string[] {
  const isMissing = (holds: boolean, text: string) => (holds ? [] : [text])
  return [
    ...isMissing(
      movements.lines > 0 && movements.proposed >= movements.lines / 2,
      'Few of the movements found their booking',
    ),
    ...isMissing(movements.open > 0, 'Nothing is left to decide over the movements'),
    ...isMissing(statement.proof === 'proved', 'The statement does not prove'),
    ...isMissing(statement.accepted >= 2, 'Few lines of the statement were accepted'),
    ...isMissing(statement.open > 0, 'Nothing is left to decide on the statement'),
  ]
}
