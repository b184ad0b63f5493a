import type { z } from 'zod'
import type { AuditEvent as AuditEventBody } from '../../../main/core/ledger/audit/routes.ts'
import type { trailStateSchema, verdictSchema } from '../../../main/core/ledger/audit/verify-routes.ts'
import type { booksPreviewSchema, importSchema } from '../../../main/core/ledger/books/import/routes.ts'
import type { BooksMapping } from '../../../main/core/ledger/books/import/types.ts'
import type { trialSchema } from '../../../main/core/ledger/books/journal-routes.ts'
import type { counterpartySchema } from '../../../main/core/ledger/counterparties/routes.ts'
import type { ListAnswer } from '../../../main/core/ledger/list-query.ts'
import type { packVerdictSchema } from '../../../main/core/ledger/pack/check-routes.ts'
import type { rulePreviewSchema } from '../../../main/core/ledger/rules/preview-routes.ts'
import type { ruleSchema } from '../../../main/core/ledger/rules/routes.ts'
import type { Http, Page, Query } from '../../shared/http.ts'
import type { Ledger, Order, RunOfBooks } from '../reconciliation/ledger-api.ts'

export type { BooksMapping }
export type Rule = z.infer<typeof ruleSchema>
export type RulePreview = z.infer<typeof rulePreviewSchema>
export type Party = z.infer<typeof counterpartySchema>
export type AuditEvent = AuditEventBody
export type TrailState = z.infer<typeof trailStateSchema>
export type TrailVerdict = z.infer<typeof verdictSchema>
export type BooksImport = z.infer<typeof importSchema>
export type BooksPreview = z.infer<typeof booksPreviewSchema>
export type TrialBalance = z.infer<typeof trialSchema>
export type PackVerdict = z.infer<typeof packVerdictSchema>
export interface BooksImported {
  readonly import: BooksImport | null
  readonly imported: number
  readonly skipped: number
  readonly vouchers: number
}
export interface KeptMapping {
  readonly id: string
  readonly name: string
  readonly mapping: BooksMapping
  readonly modified_at: string
}
/** Minor units, without sign. */
export interface RuleConditions {
  readonly direction?: 'credit' | 'debit'
  readonly amount_from?: number
  readonly amount_to?: number
  readonly contains?: readonly string[]
  readonly not_contains?: readonly string[]
  readonly pattern?: string
  readonly counterparty_account?: string
  readonly counterparty_id?: string
  readonly bank_code?: string
}
export interface RuleInput {
  readonly ledger_id: string | null
  readonly conditions: RuleConditions
  readonly action: { readonly ledger_id: string; readonly reason: string; readonly unattended_below: number | null }
}
export interface PartyInput {
  readonly name?: string
  readonly aliases?: readonly { readonly text: string; readonly active: boolean }[]
  readonly accounts?: readonly { readonly identifier: string; readonly active: boolean }[]
  readonly usual_ledger_id?: string | null
  readonly usual_lag_days?: number | null
}
export interface SavedFilter {
  readonly name: string
  /** The part of the address that is the filter, e.g. `only=open&q=rent`. */
  readonly query: string
}
export interface MovementRun {
  readonly ledger_id: string
  readonly account_id: string
  readonly period_from: string
  readonly period_to: string
  readonly mode: 'manual' | 'automatic'
}
export interface LedgerChange {
  readonly unattended?: boolean
  readonly locked_until?: string | null
  readonly reason?: string
  readonly parent_ledger_id?: string | null
  /** What differs from the default matching profile. */
  readonly profile?: Readonly<Record<string, unknown>>
  readonly direct_booking?: boolean
  readonly statement_required?: boolean
  readonly active?: boolean
}
export interface RuleFilter extends Order {
  readonly ledgerId?: string | undefined
  readonly state?: string | undefined
}
export interface PartyFilter extends Order {
  readonly q?: string | undefined
}
export interface EventFilter extends Order {
  readonly ledgerId?: string | undefined
  readonly runId?: string | undefined
  readonly entity?: string | undefined
  readonly entityId?: string | undefined
  readonly actor?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}
interface Span {
  readonly limit: number
  readonly offset: number
}

const base = '/v1/ledgers'
const reconciliation = `${base}/reconciliation`

/** A filter of the trail as its list query. */
export function eventQuery({ ledgerId, runId, entity, entityId, actor, from, to, ...order }: EventFilter): Query {
  const filter = {
    ...(actor === undefined ? {} : { actor: { contains: actor } }),
    ...(from === undefined && to === undefined
      ? {}
      : { at: { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lte: to }) } }),
  }
  return {
    ledger_id: ledgerId,
    run_id: runId,
    entity,
    entity_id: entityId,
    ...order,
    filter: Object.keys(filter).length === 0 ? undefined : JSON.stringify(filter),
  }
}

/** What surrounds the runs: rules, names, the trail, imports of the books, the trial balance, and lists as files. */
export function createBooksApi(http: Http) {
  const list = async <Row>(path: string, query: Query, span: Span, signal?: AbortSignal): Promise<Page<Row>> => {
    const { data, total } = await http.get<ListAnswer<Row>>(path, { ...query, ...span }, signal)
    return { rows: data, total }
  }
  const formWith = (file: File, fields: Readonly<Record<string, string>> = {}) => {
    const form = new FormData()
    form.set('file', file)
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return form
  }
  const query = (values: Query) =>
    new URLSearchParams(
      Object.entries(values).flatMap(([name, value]) =>
        value === null || value === undefined ? [] : [[name, String(value)]],
      ),
    )

  return {
    /** Everything that a list shows under its filter, as a file. */
    file: async (path: string, values: Query) =>
      new Response(await http.open(`${base}${path}?${query(values)}`, new AbortController().signal)).blob(),

    savedFilters: async (list: string) => (await http.get<{ data: SavedFilter[] }>('/me/saved-filters', { list })).data,
    saveFilter: async (list: string, filter: SavedFilter) =>
      (await http.send<{ data: SavedFilter[] }>('PUT', '/me/saved-filters', { list, ...filter })).data,
    forgetFilter: (list: string, name: string) =>
      http.send<undefined>('DELETE', `/me/saved-filters?${query({ list, name })}`),

    rules: ({ ledgerId, ...filter }: RuleFilter, span: Span, signal?: AbortSignal) =>
      list<Rule>(`${base}/rules`, { ledger_id: ledgerId, ...filter }, span, signal),
    rule: (id: string) => http.get<Rule>(`${base}/rules/${id}`),
    previewRule: (input: Pick<RuleInput, 'ledger_id' | 'conditions'>) =>
      http.send<RulePreview>('POST', `${base}/rules/preview`, input),
    addRule: (input: RuleInput) => http.send<Rule>('POST', `${base}/rules`, input),
    changeRule: (id: string, input: Partial<RuleInput> & { state?: Rule['state']; version: number }) =>
      http.send<Rule>('PATCH', `${base}/rules/${id}`, input),
    removeRule: (id: string) => http.send<undefined>('DELETE', `${base}/rules/${id}`),
    orderRules: (ids: readonly string[]) => http.send<unknown>('POST', `${base}/rules/order`, { ids }),

    parties: ({ q, ...order }: PartyFilter, span: Span, signal?: AbortSignal) =>
      list<Party>(
        `${base}/counterparties`,
        { filter: q === undefined ? undefined : JSON.stringify({ name: { contains: q } }), ...order },
        span,
        signal,
      ),
    party: (id: string) => http.get<Party>(`${base}/counterparties/${id}`),
    addParty: (input: PartyInput & { name: string }) => http.send<Party>('POST', `${base}/counterparties`, input),
    changeParty: (id: string, input: PartyInput & { version: number }) =>
      http.send<Party>('PATCH', `${base}/counterparties/${id}`, input),
    removeParty: (id: string) => http.send<undefined>('DELETE', `${base}/counterparties/${id}`),

    events: (filter: EventFilter, span: Span, signal?: AbortSignal) =>
      list<AuditEvent>(`${base}/audit`, eventQuery(filter), span, signal),
    event: async (seq: string) => {
      const { rows } = await list<AuditEvent>(
        `${base}/audit`,
        { filter: JSON.stringify({ seq: Number(seq) }) },
        { limit: 1, offset: 0 },
      )
      return rows[0] ?? null
    },
    undoEvent: (runId: string, seq: number) =>
      http.send<unknown>('POST', `${reconciliation}/runs/${runId}/undo`, { audit_event_id: seq }),
    /** How many matches of a run were accepted without a click. */
    unattendedOf: async (runId: string) =>
      (await list<AuditEvent>(`${base}/audit`, { run_id: runId, action: 'accept_unattended' }, { limit: 1, offset: 0 }))
        .total,
    undoUnattended: (runId: string) =>
      http.send<unknown>('POST', `${reconciliation}/runs/${runId}/undo`, { audit_event_id: 'unattended' }),
    trail: () => http.get<TrailState>(`${base}/audit/state`),
    verifyTrail: () => http.send<TrailVerdict>('POST', `${base}/audit/verify`),
    checkPack: (file: File) => http.upload<PackVerdict>(`${reconciliation}/closing-packs/check`, formWith(file)),

    imports: (order: Order, span: Span, signal?: AbortSignal) =>
      list<BooksImport>(`${base}/imports`, { ...order }, span, signal),
    previewBooks: (file: File, fields: Readonly<Record<string, string>>, signal: AbortSignal) =>
      http.upload<BooksPreview>(`${base}/entries/import/preview`, formWith(file, fields), signal),
    importBooks: (file: File, fields: Readonly<Record<string, string>>) =>
      http.upload<BooksImported>(`${base}/entries/import`, formWith(file, fields)),
    importProgress: () =>
      http.get<{ step: string; done: number; of: number | null } | null>(`${base}/imports/progress`),
    undoImport: (id: string) => http.send<{ removed: number }>('POST', `${base}/imports/${id}/undo`),
    mappings: () =>
      list<KeptMapping>(
        `${base}/mappings`,
        { filter: JSON.stringify({ subject: 'books' }) },
        { limit: 100, offset: 0 },
      ),
    forgetMapping: (id: string) => http.send<undefined>('DELETE', `${base}/mappings/${id}`),

    trialBalance: (at: string | null) => http.get<TrialBalance>(`${base}/trial-balance`, { at }),
    changeLedger: (id: string, input: LedgerChange & { readonly version: number }) =>
      http.send<Ledger>('PATCH', `${base}/${id}`, input),
    removeLedger: (id: string) => http.send<undefined>('DELETE', `${base}/${id}`),
    removeJournal: (id: string) => http.send<undefined>('DELETE', `${base}/journals/${id}`),
    nameRun: (id: string, note: string | null) =>
      http.send<RunOfBooks>('PATCH', `${reconciliation}/runs/${id}`, { note }),
    removeRun: (id: string, force: boolean) =>
      http.send<undefined>('DELETE', `${reconciliation}/runs/${id}${force ? '?force=true' : ''}`),
    addMovementRun: (input: MovementRun) =>
      http.send<RunOfBooks>('POST', `${reconciliation}/runs`, { ...input, source_type: 'movements' }),
    /** The newest run of a ledger over a bank account's movements: the account that the ledger goes with. */
    lastMovementRun: async (ledgerId: string) => {
      const filter = JSON.stringify({ source_type: 'movements' })
      const { rows } = await list<RunOfBooks>(
        `${reconciliation}/runs`,
        { ledger_id: ledgerId, filter },
        { limit: 1, offset: 0 },
      )
      return rows[0] ?? null
    },
    refreshRun: (id: string) =>
      http.send<{ added: number; recognised: number; removed: number }>('POST', `${reconciliation}/runs/${id}/refresh`),
  }
}
