import type { Caller, TestCore } from '../../support/core.ts'
import { camt, type MadeEntry, uploadTo } from './statement-files.ts'
import { type ItemAnswer, type Listed, type MatchAnswer, type RunAnswer, runsPath } from './world.ts'

/** What the books hold of a case: signed minor units, day, and whatever else is known of it. */
export type Booked = readonly [amount: number, day: string, facts?: Readonly<Record<string, unknown>>]

export interface CaseMatch extends MatchAnswer {
  readonly difference_treatment: { readonly kind: string; readonly ledger_id?: string | null; readonly reason?: string }
  readonly difference: { readonly amount: string }
  readonly unattended: boolean
  readonly reasons: readonly {
    readonly code: string
    readonly points: number
    readonly evidence: Readonly<Record<string, unknown>>
  }[]
}
interface Discrepancy {
  readonly type: string
  readonly severity: string
  readonly source_entry_id: string | null
  readonly match_id: string | null
}

/** A valid IBAN for each number. */
function ibanOf(number: number): string {
  const account = `37040044${String(number).padStart(10, '0')}`
  const check = 98n - (BigInt(`${account}131400`) % 97n)
  return `DE${String(check).padStart(2, '0')}${account}`
}

/**
 * A chart in which every case has a bank ledger of its own, so that many cases share one program. `play` books, sends a
 * statement and lets it be matched, all through the API.
 */
export async function openCases(core: TestCore) {
  const user = await core.signUp()
  let count = 0
  const ledger = async (code: string, type: string, more: object = {}) => {
    const { status, body } = await user.post<{ id: string }>('/v1/ledgers', {
      code,
      type,
      currency_code: 'EUR',
      ...more,
    })
    if (status !== 201) throw new Error(`ledger ${code}: ${JSON.stringify(body)}`)
    return body.id
  }
  const other = await ledger('1200', 'asset')
  const fees = await ledger('6855', 'expense')

  async function open(settings: object = {}) {
    count += 1
    const iban = ibanOf(count)
    const bank = await ledger(`18${100 + count}`, 'asset', {
      is_reconcilable: true,
      account_identifiers: [{ scheme: 'iban', value: iban }],
      ...settings,
    })
    const run = (await user.post<RunAnswer>(runsPath, { ledger_id: bank })).body
    return caseOf({ core, user, other, fees }, { bank, iban, run })
  }
  return { user, other, fees, open }
}

function caseOf(
  { core, user, other, fees }: { core: TestCore; user: Caller; other: string; fees: string },
  { bank, iban, run }: { bank: string; iban: string; run: RunAnswer },
) {
  const path = `${runsPath}/${run.id}`
  let files = 0
  let closing = 0
  const list = async <T>(what: string) => (await user.get<Listed<T>>(`${path}/${what}`)).body.data
  return {
    bank,
    iban,
    run,
    path,
    user,
    fees,
    /** All in one journal; answers the entries of the bank ledger in their order. */
    async book(...booked: readonly Booked[]) {
      const total = booked.reduce((sum, [amount]) => sum + amount, 0)
      const line = (ledger_id: string, amount: number, more: object = {}) => ({
        ledger_id,
        type: amount > 0 ? 'debit' : 'credit',
        amount: Math.abs(amount),
        ...more,
      })
      const { status, body } = await user.post<{ entries: { id: string; ledger_id: string }[] }>(
        '/v1/ledgers/journals',
        {
          booking_date: booked[0]?.[1],
          entries: [
            ...booked.map(([amount, booking_date, facts]) => line(bank, amount, { booking_date, ...facts })),
            ...(total === 0 ? [] : [line(other, -total)]),
          ],
        },
      )
      if (status !== 201) throw new Error(JSON.stringify(body))
      return body.entries.filter(({ ledger_id: id }) => id === bank).map(({ id }) => id)
    },
    /** Sends the lines as one statement that goes on where the last one ended. */
    async send(lines: readonly MadeEntry[], edit: (xml: string) => string = (xml) => xml) {
      files += 1
      const file = edit(camt({ id: `S-${files}`, account: iban, opening: closing, entries: lines }))
      closing += lines.reduce((sum, { amount }) => sum + amount, 0)
      const { status, body } = await uploadTo(core, user, run.id, file)
      if (status !== 201) throw new Error(JSON.stringify(body))
    },
    async pass(options: object = {}) {
      const { status, body } = await user.post<{ matched: number; suggested: number; accepted: number }>(
        `${path}/auto-match`,
        options,
      )
      if (status !== 200) throw new Error(JSON.stringify(body))
      return body
    },
    matches: () => list<CaseMatch>('matches?limit=500'),
    items: () => list<ItemAnswer>('items?limit=500'),
    open: async (type: string) => list<Discrepancy>(`discrepancies?status=open&type=${type}`),
    decide: (id: string | undefined, what: string, body?: object) =>
      user.post<CaseMatch>(`/v1/ledgers/reconciliation/matches/${id}/${what}`, body),
    entry: async (id: string | undefined) =>
      (await user.get<{ open_amount: { amount: string }; reconciliation_status: string }>(`/v1/ledgers/entries/${id}`))
        .body,
  }
}

/** "82: A1 35, D1 10 …": what a match was given its score for. */
export const pointsOf = (match: CaseMatch | undefined) => match?.reasons.map(({ code, points }) => `${code} ${points}`)
/** Lines and entries of each match, in the order of the lines. */
export const pairsOf = (matches: readonly CaseMatch[], items: readonly ItemAnswer[], entries: readonly string[]) =>
  matches
    .map(({ legs }) => {
      const lines = legs
        .flatMap(({ source_entry_id: id }) => items.findIndex((item) => item.id === id))
        .filter((at) => at >= 0)
      const booked = legs.flatMap(({ ledger_entry_id: id }) => (id === null ? [] : entries.indexOf(id)))
      return `${lines.sort().join('+')}=${booked.sort().join('+')}`
    })
    .sort()
