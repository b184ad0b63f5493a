import { camt, type MadeEntry, uploadTo } from './statement-files.ts'
import { type Listed, openRun } from './world.ts'

export interface DiscrepancyAnswer {
  readonly id: string
  readonly type: string
  readonly severity: string
  readonly status: string
  readonly amount: { readonly amount: string } | null
  readonly closed_reason: string | null
  readonly version: number
  readonly source_entry_id: string | null
  readonly ledger_entry_id: string | null
  readonly match_id: string | null
  readonly facts: Readonly<Record<string, unknown>>
}

const matchesPath = '/v1/ledgers/reconciliation/matches'

/** A run with what a test of its discrepancies does. */
export async function withDiscrepancies(options: Parameters<typeof openRun>[0] = {}) {
  const world = await openRun(options)
  const { core, user, run, path } = world
  const list = async (query = '', runPath = path) =>
    (await user.get<Listed<DiscrepancyAnswer>>(`${runPath}/discrepancies?limit=500${query}`)).body.data
  const done = async (answer: Promise<{ readonly status: number; readonly body: unknown }>) => {
    const { status, body } = await answer
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
  }
  return {
    ...world,
    list,
    pass: () => user.post<{ matched: number }>(`${path}/auto-match`),
    patch: (target: string, body: unknown) => core.call('PATCH', target, body, user.token),
    /** A file for the run, or for another one; answers its id. */
    async send(file: string | Uint8Array<ArrayBuffer>, into = run.id, name?: string) {
      const { status, body } = await uploadTo(core, user, into, file, { force: 'true' }, name)
      if (status !== 201) throw new Error(JSON.stringify(body))
      return body.source_file.id
    },
    lines: (...entries: readonly MadeEntry[]) => camt({ entries }),
    drop: (file: string, from = path) => done(user.delete(`${from}/sources/${file}`)),
    matchByHand: async (items: readonly string[], entries: readonly string[], treatment?: string, runPath = path) => {
      const { status, body } = await user.post<{ id: string }>(`${runPath}/manual-match`, {
        source_entry_ids: items,
        ledger_entry_ids: entries,
        ...(treatment ? { difference_treatment: { kind: treatment } } : {}),
      })
      if (status !== 201) throw new Error(JSON.stringify(body))
      return body.id
    },
    accept: (match: string | undefined) => done(user.post(`${matchesPath}/${match}/accept`)),
    undo: (match: string | undefined) => done(user.post(`${matchesPath}/${match}/reject`, { reason: 'undo' })),
    close: (item: string | null | undefined, reason = 'manual_review') =>
      done(user.post(`/v1/ledgers/reconciliation/items/${item}/close`, { reason })),
    done,
  }
}
export type DiscrepancyWorld = Awaited<ReturnType<typeof withDiscrepancies>>
