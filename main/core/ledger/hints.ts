import type { CoreEventType, Events } from '../events.ts'
import type { Clock } from '../ports.ts'
import { iso } from '../time.ts'
import type { WorkProgress } from '../worker/messages.ts'
import type { AuditEntry } from './audit/service.ts'
import type { Run } from './runs/types.ts'

/** How long changes are gathered: one decision is one hint per subject, an import of thousands a few a second. */
const gatherMs = 100
/** More changed rows than this are told by their number. */
const mostIds = 100

interface Gathered {
  readonly type: CoreEventType
  readonly userId: string
  readonly runId: string | null
  readonly ids: Set<string>
  /** The newest of what replaces what came before it. */
  latest: Readonly<Record<string, unknown>>
}

/** Hints about the books on the event stream of their owner; gathered, and never before the change is on disk. */
export interface BookHints {
  /** Something was recorded in the trail; call it once it is committed. */
  recorded(entry: AuditEntry): void
  /** The worklist of a large run was counted anew. */
  counted(userId: string, runId: string): void
  progressed(run: Run, job: 'import' | 'match', progress: WorkProgress): void
}

export function createBookHints({ events, now }: { events: Events; now: Clock }): BookHints {
  const waiting = new Map<string, Gathered>()

  function flush(): void {
    const due = [...waiting.values()]
    waiting.clear()
    for (const { type, userId, runId, ids, latest } of due) {
      const rows = ids.size === 0 ? {} : ids.size > mostIds ? { count: ids.size } : { ids: [...ids] }
      const run = runId === null ? {} : { run_id: runId }
      events.emit({ type, userId, accountId: '', data: { ...run, ...rows, ...latest }, occurredAt: iso(now()) })
    }
  }

  function gather(
    type: CoreEventType,
    userId: string,
    runId: string | null,
    ids: readonly string[],
    latest: Gathered['latest'] = {},
  ): void {
    if (waiting.size === 0) setTimeout(flush, gatherMs).unref()
    const key = `${type} ${userId} ${runId}`
    const gathered = waiting.get(key) ?? { type, userId, runId, ids: new Set<string>(), latest }
    for (const id of ids) gathered.ids.add(id)
    gathered.latest = { ...gathered.latest, ...latest }
    waiting.set(key, gathered)
  }

  return {
    recorded(entry) {
      const { userId } = entry.actor
      const runId = entry.runId ?? null
      const own = subjects[entry.entity]
      if (own)
        gather(own, userId, runId, own === 'ledger.updated' ? ledgersOf(entry) : [entry.entityId], stateOf(entry))
      if (runId === null) return
      // What else stands otherwise after it: shares, statuses, suggestions, conditions and the counts of the run.
      if (entry.entity !== 'run' || widely.has(entry.action))
        for (const type of ofRun) if (type !== own) gather(type, userId, runId, [])
    },
    counted: (userId, runId) => gather('reconciliation.updated', userId, runId, []),
    progressed: (run, job, progress) =>
      gather('reconciliation.progress', run.userId, run.id, [], { ledger_id: run.ledgerId, job, ...progress }),
  }
}

const subjects: Readonly<Record<string, CoreEventType>> = {
  ledger: 'ledger.updated',
  ledger_transaction: 'ledger.updated',
  ledger_import: 'books_import.updated',
  run: 'reconciliation.updated',
  match: 'match.updated',
  item: 'item.updated',
  discrepancy: 'discrepancy.updated',
  rule: 'rule.updated',
  counterparty: 'counterparty.updated',
  mapping: 'mapping.updated',
}
const ofRun = ['reconciliation.updated', 'match.updated', 'item.updated', 'discrepancy.updated'] as const
/** What of a run's own events concerns everything in it. */
const widely = new Set(['end', 'refresh', 'recover', 'delete', 'close', 'reopen', 'override_proof'])

/** Where a run stands, for a list that needs no look of its own. */
function stateOf({ entity, action, after }: AuditEntry): Readonly<Record<string, unknown>> {
  if (entity !== 'run') return {}
  if (action === 'delete') return { status: 'deleted' }
  const { status, ledgerId } = (after ?? {}) as Partial<Run>
  return { status, ledger_id: ledgerId }
}

/** A journal changes the balances of the ledgers it posts to. */
function ledgersOf({ entity, entityId, before, after }: AuditEntry): string[] {
  if (entity === 'ledger') return [entityId]
  return [before, after].flatMap((posted) => {
    const { entries } = (posted ?? {}) as { entries?: readonly { readonly ledgerId: string }[] }
    return (entries ?? []).map(({ ledgerId }) => ledgerId)
  })
}
