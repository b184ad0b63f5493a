import type { ListAnswer } from '../../../main/core/ledger/list-query.ts'
import type { Http, Page } from '../../shared/http.ts'
import type {
  AcceptedMany,
  Ageing,
  AttachAnswer,
  AttachPreview,
  BookAccount,
  Candidate,
  Closing,
  Decision,
  Discrepancy,
  EarlierLine,
  Entry,
  Group,
  Item,
  ItemDetail,
  Journal,
  JournalInput,
  Ledger,
  LedgerInput,
  ManualMatch,
  Match,
  NewBooking,
  PreviewFile,
  Progress,
  Proof,
  ProofSuspects,
  ProposedBooking,
  ReportFormat,
  Review,
  RunOfBooks,
  SourceFile,
  Split,
  StatementLines,
  SumGroups,
  TableOfFile,
  Treatment,
  Uploaded,
  Worklist,
} from './ledger-types.ts'

export type * from './ledger-types.ts'

interface Span {
  readonly limit: number
  readonly offset: number
}
type Filter = Readonly<Record<string, unknown>>
/** Of a list: a key of it, and which way. */
export interface Order {
  readonly sort?: string | undefined
  readonly order?: string | undefined
}

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
    entries: (ledgerId: string, filter: Filter, order: Order, span: Span, signal?: AbortSignal) =>
      list<Entry>(`${base}/entries`, span, { ledger_id: ledgerId, filter, ...order }, signal),
    entry: (id: string) => http.get<Entry>(`${base}/entries/${id}`),
    journal: (id: string) => http.get<Journal>(`${base}/journals/${id}`),
    postJournal: (input: JournalInput) => http.send<Journal>('POST', `${base}/journals`, input),

    runs: (
      filter: Order & { readonly ledger_id?: string | undefined; readonly status?: string | undefined },
      span: Span,
      signal?: AbortSignal,
    ) => list<RunOfBooks>(`${reconciliation}/runs`, span, { ...filter }, signal),
    run: (id: string) => http.get<RunOfBooks>(run(id)),
    addRun: (ledgerId: string, note: string | null) =>
      http.send<RunOfBooks>('POST', `${reconciliation}/runs`, { ledger_id: ledgerId, note }),
    deleteRun: (id: string) => http.send<undefined>('DELETE', run(id)),
    progress: (id: string) => http.get<Progress | null>(`${run(id)}/progress`),
    cancel: (id: string) => http.send<{ cancelled: boolean }>('POST', `${run(id)}/cancel`),
    autoMatch: (id: string) => http.send<{ matched: number }>('POST', `${run(id)}/auto-match`),

    preview: (file: File, fields: Readonly<Record<string, string>>, signal: AbortSignal) =>
      http.upload<{ files: PreviewFile[] }>(`${reconciliation}/sources/preview`, form(file, fields), signal),
    previewTable: (file: File, fields: Readonly<Record<string, string>>, signal: AbortSignal) =>
      http.upload<{ table: TableOfFile | null }>(`${reconciliation}/sources/table`, form(file, fields), signal),
    upload: (id: string, file: File, fields: Readonly<Record<string, string>>) =>
      http.upload<Uploaded>(`${run(id)}/sources/upload`, form(file, fields)),
    previewNotification: (id: string, file: File, signal: AbortSignal) =>
      http.upload<AttachPreview>(`${run(id)}/sources/notifications/preview`, form(file, {}), signal),
    attachNotification: (id: string, file: File, force: boolean) =>
      http.upload<AttachAnswer>(`${run(id)}/sources/notifications`, form(file, force ? { force: 'true' } : {})),
    sources: (id: string) => list<SourceFile>(`${run(id)}/sources`, { limit: 200, offset: 0 }),
    removeSource: (id: string, fileId: string) => http.send<undefined>('DELETE', `${run(id)}/sources/${fileId}`),

    worklist: (
      id: string,
      query: { group?: Group | undefined; q?: string | undefined },
      span: Span,
      signal?: AbortSignal,
    ) => http.get<Worklist>(`${run(id)}/worklist`, { ...query, ...span }, signal),
    item: (id: string) => http.get<ItemDetail>(item(id)),
    /** `null`: lines that came without a statement. */
    lines: (id: string, statementId: string | null, span: Span, signal?: AbortSignal) =>
      http.get<StatementLines>(
        `${run(id)}${statementId === null ? '' : `/statements/${statementId}`}/lines`,
        { ...span },
        signal,
      ),
    candidates: async (id: string) =>
      (await http.get<{ data: Candidate[] }>(`${item(id)}/candidates`, { limit: 9 })).data,
    sumSearch: (id: string, side: 'source' | 'ledger', entryIds: readonly string[], signal: AbortSignal) =>
      http.send<SumGroups>('POST', `${run(id)}/sum-search`, { side, entry_ids: entryIds, max_size: 12 }, signal),
    closeItem: (id: string, closing: Closing) => http.send<Item>('POST', `${item(id)}/close`, closing),
    splitItem: (id: string, split: Split) => http.send<ItemDetail>('POST', `${item(id)}/split`, split),
    joinItem: (id: string) => http.send<ItemDetail>('POST', `${item(id)}/join`, {}),
    createAndMatch: (id: string, booking: NewBooking) =>
      http.send<Match>('POST', `${item(id)}/create-and-match`, booking),
    proposedBooking: (id: string) => http.get<ProposedBooking>(`${item(id)}/proposed-booking`),
    acceptClosing: (runId: string, id: string) => http.send<Item>('POST', `${run(runId)}/closings/${id}/accept`),
    rejectClosing: (runId: string, id: string) => http.send<undefined>('POST', `${run(runId)}/closings/${id}/reject`),
    earlier: async (id: string) => (await http.get<{ data: EarlierLine[] }>(`${item(id)}/earlier`)).data,
    suspects: (runId: string, statementId: string) =>
      http.get<ProofSuspects>(`${run(runId)}/statements/${statementId}/suspects`),
    reopenItem: (id: string) => http.send<Item>('POST', `${item(id)}/reopen`, {}),
    noteItem: (id: string, note: string | null) => http.send<Item>('PATCH', `${item(id)}/note`, { note }),

    match: (id: string) => http.get<Match>(match(id)),
    /** `version`: of what the person saw; 409 `version_conflict` when somebody changed it since. */
    accept: (id: string, version: number, treatment?: Treatment) =>
      http.send<Match>('POST', `${match(id)}/accept`, {
        version,
        ...(treatment ? { difference_treatment: treatment } : {}),
      }),
    reject: (id: string, version: number, reason?: string) =>
      http.send<Match>('POST', `${match(id)}/reject`, { version, ...(reason === undefined ? {} : { reason }) }),
    offerAgain: (id: string) => http.send<Match>('POST', `${match(id)}/offer-again`),
    noteMatch: (id: string, note: string | null) => http.send<Match>('PATCH', `${match(id)}/note`, { note }),
    acceptAll: (id: string, which: { min_band: Match['band'] } | { ids: readonly string[] }) =>
      http.send<AcceptedMany>('POST', `${run(id)}/accept-all`, which),
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
    reviewDiscrepancy: (id: string, review: Review) =>
      http.send<Discrepancy>('PATCH', `${reconciliation}/discrepancies/${id}`, review),

    report: (id: string, format: ReportFormat, lang: 'en' | 'es') =>
      file(`${run(id)}/report?format=${format}&lang=${lang}`),
    /** The report to be drawn: its cells are parted by commas in every language. */
    reportTable: (id: string, lang: 'en' | 'es') => file(`${run(id)}/report?format=csv&lang=${lang}&separator=comma`),
    closingPack: (id: string) => file(`${run(id)}/closing-pack`),
    proof: (id: string) => http.get<Proof>(`${run(id)}/proof`),
    closeRun: (id: string, input: { statement: string; proof_override?: string }) =>
      http.send<RunOfBooks>('POST', `${run(id)}/close`, input),
    reopenRun: (id: string, reason: string) => http.send<RunOfBooks>('POST', `${run(id)}/reopen`, { reason }),
  }
}
