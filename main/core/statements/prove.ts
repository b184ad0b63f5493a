import { Tally } from './proof.ts'
import { type SettledSigns, settleSigns } from './settle-signs.ts'
import type {
  AlternativeReading,
  FrameEvent,
  KnownSigns,
  ReadEvent,
  ReadOptions,
  StatementEnd,
  StatementProof,
  StatementWarning,
} from './types.ts'

/**
 * Follows a reader's events, puts a proof behind each statement's end, and adopts another reading of signs (see
 * `settleSigns`). What a person may say to that is asked once for the whole file. `known` is what is remembered of its format.
 */
export async function* prove(
  events: AsyncIterable<readonly ReadEvent[]>,
  options: ReadOptions = {},
  known?: KnownSigns,
): AsyncGenerator<readonly FrameEvent[], void, undefined> {
  let tally = new Tally()
  let hasTotalsWarning = false
  let isAsked = false
  for await (const group of events) {
    const out: FrameEvent[] = []
    for (const event of group) {
      if (event.kind === 'statement') {
        tally = new Tally()
        hasTotalsWarning = false
      }
      if (event.kind === 'entry') tally.add(event.entry)
      if (event.kind === 'warning' && event.warning.code === 'declared_totals_differ') hasTotalsWarning = true
      if (event.kind === 'end') {
        const { question, events: closing } = closed(event.end, tally, hasTotalsWarning, {
          answer: options.answers?.amount_sign,
          known,
        })
        if (question !== null && !isAsked) out.push({ kind: 'question', question })
        isAsked ||= question !== null
        out.push(...closing)
      } else out.push(event)
    }
    yield out
  }
}

function closed(end: StatementEnd, tally: Tally, hasTotalsWarning: boolean, told: Parameters<typeof settleSigns>[2]) {
  const { question, learnt, ...signs } = settleSigns(tally, end, told)
  const { adopted } = signs
  const interpretation = [...end.interpretation]
  if (adopted !== null) interpretation.push(interpretations[adopted])
  const warnings = adopted === null ? [] : [adoptedWarning(adopted, signs.by)]
  const totals = hasTotalsWarning ? null : totalsWarning(end, tally, adopted)
  if (totals) warnings.push(totals)
  const proof: StatementProof = {
    proof: tally.proof(end.opening, end.closing, adopted),
    adopted,
    learnt,
    notBooked: tally.notBooked,
    booked: tally.totals(adopted),
  }
  const events: FrameEvent[] = [
    ...warnings.map((warning) => ({ kind: 'warning', warning }) as const),
    { kind: 'end', end: { ...end, interpretation } },
    { kind: 'proof', proof },
  ]
  return { question, events }
}

const interpretations = {
  reversals_inverted: 'reversal signs inverted',
  negatives_absolute: 'minus signs of amounts ignored',
} as const

function adoptedWarning(adopted: AlternativeReading, by: SettledSigns['by']): StatementWarning {
  const [code, what, which] =
    adopted === 'reversals_inverted'
      ? ([
          'reversal_sign_inverted',
          'The bank writes the direction of the original on reversals.',
          'inverted reading',
        ] as const)
      : ([
          'negative_amount_ignored',
          'The bank writes a minus although it also gives the direction.',
          'direction alone',
        ] as const)
  if (by === 'answer') return { code, params: { context: 'answer' }, message: `${what} That was said of this file.` }
  if (by === 'memory') return { code, params: { context: 'memory' }, message: `${what} Earlier files told so.` }
  return { code, message: `${what} Only the ${which} proves; it is used.` }
}

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
