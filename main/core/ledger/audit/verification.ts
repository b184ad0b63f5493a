import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import type { Workers } from '../../worker/workers.ts'
import type { Fault } from './verify/fault.ts'
import type { Verdict } from './verify/verify.ts'
import type { VerifyInput } from './verify-task.ts'

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
}

const setting = 'audit_verified'
const mostFaults = 100

/** Whether the trail is unbroken, and up to where that was last seen. A clean head anchors the next look. */
export function createVerification(deps: { store: Store; workers: Workers; now: Clock }): Verification {
  const { store, workers, now } = deps
  const read = store.db.prepare<[string], string>('select value from settings where name = ?').pluck()
  const write = store.db.prepare('insert or replace into settings (name, value) values (?, ?)')
  const newest = store.db.prepare<[], number | null>('select max(seq) from audit_events').pluck()
  const isOwnEvent = store.db
    .prepare<[string, string], number>('select exists (select 1 from audit_events where user_id = ? and seq = ?)')
    .pluck()
  const isOwnObject = store.db
    .prepare<[string, string], number>('select exists (select 1 from audit_events where user_id = ? and entity_id = ?)')
    .pluck()
  const last = (name: string): Verified | null => {
    const text = read.get(name)
    return text === undefined ? null : (JSON.parse(text) as Verified)
  }
  /** A fault of the chain as a whole concerns everybody; an object only whose trail names it. */
  const concerns = (userId: string, fault: Fault): boolean =>
    fault.entity === 'audit_event'
      ? !/^\d+$/.test(fault.id) || fault.code !== 'changed' || isOwnEvent.get(userId, fault.id) === 1
      : isOwnObject.get(userId, fault.id) === 1

  return {
    state: () => ({ events: newest.get() ?? 0, verified: last(setting) }),
    async verify(userId) {
      const clean = last(`${setting}_clean`)
      const input: VerifyInput = { anchors: clean && clean.events > 0 ? [{ seq: clean.events, hash: clean.head }] : [] }
      const verdict = await workers.run<Verdict>('ledger.verify', input)
      const verified = { at: now(), clean: verdict.clean, events: verdict.events, head: verdict.head }
      store.write(() => {
        for (const name of verdict.clean ? [setting, `${setting}_clean`] : [setting])
          write.run(name, JSON.stringify(verified))
      })
      const own = verdict.faults.filter((fault) => concerns(userId, fault))
      return { verified, faults: own.slice(0, mostFaults), faultsTotal: verdict.faults.length }
    },
  }
}
