import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import { day } from '../../time.ts'
import type { Workers } from '../../worker/workers.ts'
import type { ChangedRun } from './verify/closed-runs.ts'
import type { Fault } from './verify/fault.ts'
import type { TrailVerdict, VerifyInput } from './verify-task.ts'

/** How the last look at the trail ended; `at` in ms UTC. */
export interface Verified {
  readonly at: number
  readonly clean: boolean
  readonly events: number
  readonly head: string
}

export interface Verification {
  /** Newest event of the trail and the last look at it; null before the first. */
  state(): { readonly events: number; readonly verified: Verified | null }
  /** Looks at the whole trail. Of the faults only the user's own are answered, at most a hundred. */
  verify(userId: string): Promise<{ verified: Verified; faults: readonly Fault[]; faultsTotal: number }>
  /** Looks when a run is closed and nobody looked for a day: what was edited behind the program is told unasked. */
  verifyIfDue(): Promise<void>
}

/** Of a look that tells no faults at length. */
const nobody = ''
const lastLook = 'audit_verified'
const lastClean = 'audit_verified_clean'

/** Whether the trail is unbroken, and up to where that was last seen. A clean head anchors the next look. */
export function createVerification(deps: {
  readonly store: Store
  readonly workers: Workers
  readonly now: Clock
  /** Called in the transaction of each look: closed runs whose content is no longer what they were closed with. */
  readonly onVerified: (changed: readonly ChangedRun[]) => void
}): Verification {
  const { store, workers, now, onVerified } = deps
  const read = store.db.prepare<[string], string>('select value from settings where name = ?').pluck()
  const write = store.db.prepare('insert or replace into settings (name, value) values (?, ?)')
  const newest = store.db.prepare<[], number | null>('select max(seq) from audit_events').pluck()
  const last = (name: string): Verified | null => {
    const text = read.get(name)
    return text === undefined ? null : (JSON.parse(text) as Verified)
  }

  const hasClosedRuns = store.db
    .prepare<[], number>("select exists (select 1 from reconciliation_runs where status = 'closed')")
    .pluck()

  const verify: Verification['verify'] = async (userId) => {
    const clean = last(lastClean)
    const anchors = clean && clean.events > 0 ? [{ seq: clean.events, hash: clean.head }] : []
    const input: VerifyInput = { userId, anchors }
    const verdict = await workers.run<TrailVerdict>('ledger.verify', input)
    const verified = { at: now(), clean: verdict.clean, events: verdict.events, head: verdict.head }
    store.write(() => {
      write.run(lastLook, JSON.stringify(verified))
      if (verdict.clean) write.run(lastClean, JSON.stringify(verified))
      onVerified(verdict.changedRuns)
    })
    return { verified, faults: verdict.faults, faultsTotal: verdict.faultsTotal }
  }

  return {
    verify,
    async verifyIfDue() {
      const isDue = now() - (last(lastLook)?.at ?? 0) >= day
      if (isDue && hasClosedRuns.get() === 1) await verify(nobody)
    },
    state: () => ({ events: newest.get() ?? 0, verified: last(lastLook) }),
  }
}
