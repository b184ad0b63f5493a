import { vi } from 'vitest'
import { createTestCore } from '../../support/core.ts'
import { openBooks } from './books.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

export interface RunAnswer {
  readonly id: string
  readonly status: string
  readonly note: string | null
  readonly version: number
  readonly proof_status: string | null
  readonly proof_difference: { readonly amount: string } | null
  readonly opening_balance: { readonly amount: string } | null
  readonly closing_balance: { readonly amount: string } | null
  readonly failure: { readonly code: string } | null
  readonly counts: Readonly<Record<string, number>> & { readonly discrepancies: Readonly<Record<string, number>> }
}
export interface ItemAnswer {
  readonly id: string
  readonly movement_id: string | null
  readonly amount: { readonly amount: string }
  readonly open_amount: { readonly amount: string }
  readonly match_status: string
  readonly bank_status: string
  readonly booking_date: string
  readonly value_date: string | null
  readonly is_reversal: boolean
  readonly counterparty_name: string | null
  readonly remittance_text: string | null
  readonly closed_reason: string | null
  readonly closing_transaction_id: string | null
  readonly facts: Readonly<Record<string, unknown>>
}
export interface MatchAnswer {
  readonly id: string
  readonly status: string
  readonly kind: string
  readonly score: number
  readonly band: string
  readonly note: string | null
  readonly legs: readonly {
    readonly side: string
    readonly source_entry_id: string | null
    readonly ledger_entry_id: string | null
    readonly amount: { readonly amount: string }
  }[]
  readonly reasons: readonly { readonly code: string; readonly points: number }[]
  readonly ambiguous_with: readonly string[]
}
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly details: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[] | null
}
export interface Listed<T> {
  readonly data: readonly T[]
  readonly total: number
  readonly has_more: boolean
}

export const runsPath = '/v1/ledgers/reconciliation/runs'

/** A core, a user, a small chart and a run over its bank ledger. */
export async function openRun(options: { mode?: 'manual' | 'automatic'; dataDir?: string; now?: () => number } = {}) {
  const core = await createTestCore({
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
    ...(options.now === undefined ? {} : { ports: { now: options.now } }),
  })
  const user = await core.signUp()
  const books = await openBooks(user)
  const newRun = async (note: string | null = null) =>
    (await user.post<RunAnswer>(runsPath, { ledger_id: books.bank.id, mode: options.mode ?? 'manual', note })).body
  const run = await newRun()
  return {
    core,
    user,
    books,
    run,
    newRun,
    path: `${runsPath}/${run.id}`,
    items: async (runId = run.id, query = '') =>
      (await user.get<Listed<ItemAnswer>>(`${runsPath}/${runId}/items?limit=500${query}`)).body.data,
    matches: async (runId = run.id, query = '') =>
      (await user.get<Listed<MatchAnswer>>(`${runsPath}/${runId}/matches?limit=500${query}`)).body.data,
    read: async (runId = run.id) => (await user.get<RunAnswer>(`${runsPath}/${runId}`)).body,
  }
}
