import { Tally } from './proof.ts'
import type {
  AlternativeReading,
  FrameEvent,
  ReadEvent,
  ReadOptions,
  StatementEnd,
  StatementProof,
  StatementWarning,
} from './types.ts'

/** Follows a reader's events, puts a proof behind each statement's end, and adopts another reading that alone proves. */
export async function* prove(
  events: AsyncIterable<readonly ReadEvent[]>,
  options: ReadOptions = {},
): AsyncGenerator<readonly FrameEvent[], void, undefined> {
  let tally = new Tally()
  let hasTotalsWarning = false
  for await (const group of events) {
    const out: FrameEvent[] = []
    for (const event of group) {
      if (event.kind === 'statement') {
        tally = new Tally()
        hasTotalsWarning = false
      }
      if (event.kind === 'entry') tally.add(event.entry)
      if (event.kind === 'warning' && event.warning.code === 'declared_totals_differ') hasTotalsWarning = true
      if (event.kind === 'end') out.push(...closed(event.end, tally, hasTotalsWarning, options))
      else out.push(event)
    }
    yield out
  }
}

function closed(end: StatementEnd, tally: Tally, hasTotalsWarning: boolean, options: ReadOptions): FrameEvent[] {
  const warnings: StatementWarning[] = []
  const asRead = tally.proof(end.opening, end.closing, null)
  const proving = asRead.status === 'not_proved' ? tally.provingReadings(end.opening, end.closing) : []
  const answer = proving.find((reading) => reading === options.answers?.amount_sign)
  const isSettled = proving.length === 1 || answer !== undefined || options.answers?.amount_sign === 'as_read'
  const adopted = answer ?? (proving.length === 1 ? (proving[0] ?? null) : null)
  const interpretation = [...end.interpretation]
  if (adopted === 'reversals_inverted') {
    interpretation.push('reversal signs inverted')
    warnings.push({
      code: 'reversal_sign_inverted',
      message:
        'The bank writes the direction of the original on reversals. Only the inverted reading proves; it is used.',
    })
  }
  if (adopted === 'negatives_absolute') {
    interpretation.push('minus signs of amounts ignored')
    warnings.push({
      code: 'negative_amount_ignored',
      message:
        'The bank writes a minus although it also gives the direction. Only the direction alone proves; it is used.',
    })
  }
  const totals = hasTotalsWarning ? null : totalsWarning(end, tally, adopted)
  if (totals) warnings.push(totals)
  const proof: StatementProof = {
    proof: tally.proof(end.opening, end.closing, adopted),
    adopted,
    notBooked: tally.notBooked,
    booked: tally.totals(adopted),
  }
  const events: FrameEvent[] = warnings.map((warning) => ({ kind: 'warning', warning }))
  if (!isSettled && proving.length > 1) events.push(whichReading(proving))
  return [...events, { kind: 'end', end: { ...end, interpretation } }, { kind: 'proof', proof }]
}

const whichReading = (proving: readonly string[]): FrameEvent => ({
  kind: 'question',
  question: {
    code: 'amount_sign',
    params: { context: 'readings' },
    message: 'The balances prove under more than one reading of the signs. Say which one the bank means.',
    choices: ['as_read', ...proving],
    chosen: 'as_read',
    changesAmounts: true,
  },
})

/** The bank's own counts and sums against what was read; the counts may include lines that are not booked. */
function totalsWarning(
  { declared }: StatementEnd,
  tally: Tally,
  adopted: AlternativeReading | null,
): StatementWarning | null {
  if (declared === null) return null
  const read = tally.totals(adopted)
  const differing: string[] = []
  const compare = (what: string, said: number | undefined, ...values: number[]) => {
    if (said !== undefined && !values.some((value) => Math.abs(value) === Math.abs(said)))
      differing.push(`${what}: declared ${said}, read ${values[0] ?? 0}`)
  }
  compare('lines', declared.entries, read.entries, read.entries + tally.notBooked)
  // Lines that are not booked have no place in the sums here, but may have one in the bank's.
  if (tally.notBooked === 0) {
    compare('credits', declared.creditCount, read.creditCount)
    compare('debits', declared.debitCount, read.debitCount)
    compare('sum of credits', declared.creditSum, read.creditSum)
    compare('sum of debits', declared.debitSum, read.debitSum)
    compare('sum', declared.sum, read.creditSum + read.debitSum, read.creditSum - read.debitSum)
  }
  if (differing.length === 0) return null
  return {
    code: 'declared_totals_differ',
    message: `The totals the bank declares differ from the lines in the file (${differing.join('; ')}). Lines may be missing.`,
  }
}
