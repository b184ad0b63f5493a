import type { z } from 'zod'
import type { accountSchema } from '../../../main/core/ledger/books/account-routes.ts'
import type { ageingSchema } from '../../../main/core/ledger/books/ageing-routes.ts'
import type { entrySchema, transactionSchema } from '../../../main/core/ledger/books/journal-schemas.ts'
import type { ledgerSchema } from '../../../main/core/ledger/books/ledger-schemas.ts'
import type { proofSchema } from '../../../main/core/ledger/closing/routes.ts'
import type { discrepancySchema } from '../../../main/core/ledger/discrepancies/routes.ts'
import type { itemSchema } from '../../../main/core/ledger/items/present.ts'
import type { ListAnswer } from '../../../main/core/ledger/list-query.ts'
import type { matchSchema } from '../../../main/core/ledger/matches/present.ts'
import type { candidateSchema } from '../../../main/core/ledger/matches/search-routes.ts'
import type { Money } from '../../../main/core/ledger/money.ts'
import type { runSchema } from '../../../main/core/ledger/runs/present.ts'
import type { PreviewFile } from '../../../main/core/ledger/sources/preview-task.ts'
import type { uploadedSchema } from '../../../main/core/ledger/sources/routes.ts'
import type { statementSchema } from '../../../main/core/ledger/sources/statement-list.ts'
import type { Group } from '../../../main/core/ledger/worklist/queries.ts'
import type { worklistSchema } from '../../../main/core/ledger/worklist/routes.ts'
import type { statementLinesSchema } from '../../../main/core/ledger/worklist/statement-lines.ts'
import type { Http, Page } from '../../shared/http.ts'

export type { Group, Money, PreviewFile }
export type Ledger = z.infer<typeof ledgerSchema>
export type BookAccount = z.infer<typeof accountSchema>
export type Ageing = z.infer<typeof ageingSchema>
export type Entry = z.infer<typeof entrySchema>
export type Journal = z.infer<typeof transactionSchema>
export type RunOfBooks = z.infer<typeof runSchema>
export type Item = z.infer<typeof itemSchema>
export type ItemDetail = Item & { readonly parts: readonly Item[]; readonly raw: string | null }
export type Match = z.infer<typeof matchSchema>
export type Candidate = z.infer<typeof candidateSchema>
export type Discrepancy = z.infer<typeof discrepancySchema>
export type Statement = z.infer<typeof statementSchema>
export type Proof = z.infer<typeof proofSchema>
export type Uploaded = z.infer<typeof uploadedSchema>
export type Worklist = z.infer<typeof worklistSchema>
export type StatementLines = z.infer<typeof statementLinesSchema>
export type StatementLine = StatementLines['data'][number]
export type QueueRow = Worklist['data'][number]

export interface Progress {
  readonly step: string
  readonly done: number
  readonly of: number | null
  readonly rows?: number
}
export interface LedgerInput {
  readonly code: string
  readonly description: string
  readonly type: Ledger['type']
  readonly currency_code: string
  readonly is_reconcilable: boolean
  readonly account_identifiers: Ledger['account_identifiers']
}
export interface JournalInput {
  readonly booking_date: string
  readonly description: string
  readonly type?: string
  readonly entries: readonly {
    readonly ledger_id: string
    readonly type: 'debit' | 'credit'
    readonly amount: string
    readonly document_no?: string
    readonly counterparty_name?: string
  }[]
}
export type Treatment =
  | { readonly kind: 'leave_open' }
  | { readonly kind: 'write_off'; readonly ledger_id: string; readonly reason: string }
export interface ManualMatch {
  readonly source_entry_ids: readonly string[]
  readonly ledger_entry_ids: readonly string[]
  readonly difference_treatment?: Treatment
}
export interface SumGroups {
  readonly groups: readonly { readonly ids: readonly string[] }[]
  readonly is_complete: boolean
}
export type ReportFormat = 'pdf' | 'xlsx' | 'csv'
/** A decision that was taken back or repeated. */
export interface Decision {
  readonly entity: string
  readonly entity_id: string
  readonly action: string
}
export interface Closing {
  readonly reason: string
  readonly ledger_id?: string
  readonly note?: string
}
interface Span {
  readonly limit: number
  readonly offset: number
}
type Filter = Readonly<Record<string, unknown>>

const base = '/v1/ledgers'
const reconciliation = `${base}/reconciliation`

/** The books and their reconciliation by the routes an integrator would use (ledger specification 10). */
export function createLedgerApi(http: Http) {
  const run = (id: string) => `${reconciliation}/runs/${id}`
  const match = (id: string) => `${reconciliation}/matches/${id}`
  const item = (id: string) => `${reconciliation}/items/${id}`
  const list = async <Row>(
    path: string,
    span: Span,
    { filter, ...query }: Readonly<Record<string, unknown>> & { readonly filter?: Filter } = {},
    signal?: AbortSignal,
  ): Promise<Page<Row>> => {
    const given = filter === undefined ? {} : { filter: JSON.stringify(filter) }
    const answer = await http.get<ListAnswer<Row>>(path, { ...(query as object), ...given, ...span }, signal)
    return { rows: answer.data, total: answer.total }
  }
  const file = async (path: string) => new Response(await http.open(path, new AbortController().signal)).blob()
  const form = (file: File, fields: Readonly<Record<string, string>>) => {
    const data = new FormData()
    data.set('file', file)
    for (const [name, value] of Object.entries(fields)) data.set(name, value)
    return data
  }

  return {
    accounts: () => list<BookAccount>(`${base}/accounts`, { limit: 500, offset: 0 }),
    ledgers: () => list<Ledger>(base, { limit: 500, offset: 0 }),
    ledger: (id: string) => http.get<Ledger>(`${base}/${id}`),
    addLedger: (input: LedgerInput) => http.send<Ledger>('POST', base, input),
    changeLedger: (id: string, input: Partial<LedgerInput> & { version: number }) =>
      http.send<Ledger>('PATCH', `${base}/${id}`, input),
    ageing: (id: string) => http.get<Ageing>(`${base}/${id}/ageing`),
    entries: (ledgerId: string, filter: Filter, span: Span, signal?: AbortSignal) =>
      list<Entry>(`${base}/entries`, span, { ledger_id: ledgerId, filter }, signal),
    entry: (id: string) => http.get<Entry>(`${base}/entries/${id}`),
    journal: (id: string) => http.get<Journal>(`${base}/journals/${id}`),
    postJournal: (input: JournalInput) => http.send<Journal>('POST', `${base}/journals`, input),

    runs: (filter: { ledger_id?: string | undefined; status?: string | undefined }, span: Span, signal?: AbortSignal) =>
      list<RunOfBooks>(`${reconciliation}/runs`, span, filter, signal),
    run: (id: string) => http.get<RunOfBooks>(run(id)),
    addRun: (ledgerId: string, note: string | null) =>
      http.send<RunOfBooks>('POST', `${reconciliation}/runs`, { ledger_id: ledgerId, note }),
    deleteRun: (id: string) => http.send<undefined>('DELETE', run(id)),
    progress: (id: string) => http.get<Progress | null>(`${run(id)}/progress`),
    cancel: (id: string) => http.send<{ cancelled: boolean }>('POST', `${run(id)}/cancel`),
    autoMatch: (id: string) => http.send<{ matched: number }>('POST', `${run(id)}/auto-match`),

    preview: (file: File, fields: Readonly<Record<string, string>>, signal: AbortSignal) =>
      http.upload<{ files: PreviewFile[] }>(`${reconciliation}/sources/preview`, form(file, fields), signal),
    upload: (id: string, file: File, fields: Readonly<Record<string, string>>) =>
      http.upload<Uploaded>(`${run(id)}/sources/upload`, form(file, fields)),

    worklist: (
      id: string,
      query: { group?: Group | undefined; q?: string | undefined },
      span: Span,
      signal?: AbortSignal,
    ) => http.get<Worklist>(`${run(id)}/worklist`, { ...query, ...span }, signal),
    item: (id: string) => http.get<ItemDetail>(item(id)),
    lines: (id: string, statementId: string, span: Span, signal?: AbortSignal) =>
      http.get<StatementLines>(`${run(id)}/statements/${statementId}/lines`, { ...span }, signal),
    candidates: async (id: string) =>
      (await http.get<{ data: Candidate[] }>(`${item(id)}/candidates`, { limit: 9 })).data,
    sumSearch: (id: string, side: 'source' | 'ledger', entryIds: readonly string[]) =>
      http.send<SumGroups>('POST', `${run(id)}/sum-search`, { side, entry_ids: entryIds, max_size: 12 }),
    closeItem: (id: string, closing: Closing) => http.send<Item>('POST', `${item(id)}/close`, closing),
    reopenItem: (id: string) => http.send<Item>('POST', `${item(id)}/reopen`, {}),
    noteItem: (id: string, note: string | null) => http.send<Item>('PATCH', `${item(id)}/note`, { note }),

    match: (id: string) => http.get<Match>(match(id)),
    accept: (id: string, treatment?: Treatment) =>
      http.send<Match>('POST', `${match(id)}/accept`, treatment ? { difference_treatment: treatment } : {}),
    reject: (id: string, reason?: string) =>
      http.send<Match>('POST', `${match(id)}/reject`, reason === undefined ? {} : { reason }),
    offerAgain: (id: string) => http.send<Match>('POST', `${match(id)}/offer-again`),
    noteMatch: (id: string, note: string | null) => http.send<Match>('PATCH', `${match(id)}/note`, { note }),
    acceptAll: (id: string, minBand: Match['band']) =>
      http.send<{ accepted: number }>('POST', `${run(id)}/accept-all`, { min_band: minBand }),
    undo: (id: string) => http.send<{ data: Decision[] }>('POST', `${run(id)}/undo`),
    redo: (id: string) => http.send<{ data: Decision[] }>('POST', `${run(id)}/redo`),
    manualMatch: (id: string, input: ManualMatch) => http.send<Match>('POST', `${run(id)}/manual-match`, input),

    discrepancies: (id: string) =>
      list<Discrepancy>(
        `${run(id)}/discrepancies`,
        { limit: 500, offset: 0 },
        { filter: { status: { ne: 'closed' } } },
      ),
    discrepancy: (id: string) => http.get<Discrepancy>(`${reconciliation}/discrepancies/${id}`),
    closeDiscrepancy: (id: string, reason: NonNullable<Discrepancy['closed_reason']>, note: string | null) =>
      http.send<Discrepancy>('PATCH', `${reconciliation}/discrepancies/${id}`, {
        status: 'closed',
        closed_reason: reason,
        ...(note === null ? {} : { note }),
      }),

    report: (id: string, format: ReportFormat, lang: 'en' | 'es') =>
      file(`${run(id)}/report?format=${format}&lang=${lang}`),
    closingPack: (id: string) => file(`${run(id)}/closing-pack`),
    proof: (id: string) => http.get<Proof>(`${run(id)}/proof`),
    closeRun: (id: string, input: { statement: string; proof_override?: string }) =>
      http.send<RunOfBooks>('POST', `${run(id)}/close`, input),
    reopenRun: (id: string, reason: string) => http.send<RunOfBooks>('POST', `${run(id)}/reopen`, { reason }),
  }
}
