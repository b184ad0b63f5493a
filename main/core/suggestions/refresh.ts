import type { Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { messageOf } from '../errors.ts'
import type { Events } from '../events.ts'
import { createNameReader } from '../matching/prepared-names.ts'
import type { Clock, Log } from '../ports.ts'
import { iso } from '../time.ts'
import { suggestionWriter } from './book.ts'
import { suggestionFacts } from './facts.ts'
import { effort, findGroups } from './find-groups.ts'
import type { NewSuggestion } from './types.ts'

export interface Refresh {
  /**
   * Brings an account's suggestions in line with its facts: what no longer holds becomes stale at once, and where anything
   * has changed since the last look, groups and near amounts are looked for again. In a large account that look goes on
   * between other work, and an event tells when it has found something.
   */
  refresh(userId: string, accountId: string): void
  stop(): void
}

/** So much of a look holds its caller, some tens of milliseconds at worst; what is more goes on in turns of its own. */
const atOnce = 600
const turnMs = 10

export function createRefresh(deps: {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'settings'>
  readonly events: Events
  readonly now: Clock
  readonly log: Log
}): Refresh {
  const { store, accounts } = deps
  const { db } = store
  const write = suggestionWriter({ db, now: deps.now })
  const prepare = createNameReader()
  const facts = suggestionFacts(db, prepare)
  const dueRevision = db.prepare<[string], number>('select revision from suggestions_due where account_id = ?').pluck()
  const done = db.prepare('delete from suggestions_due where account_id = ? and revision = ?')
  const retireUntrue = db.prepare(`
    update suggestions set state = 'stale' where account_id = ? and state = 'open' and (
      exists (select 1 from json_each(request_ids) j left join requests r on r.id = j.value
               where r.id is null or r.status not in ('not_found', 'failed', 'ambiguous'))
      or exists (select 1 from json_each(movement_ids) j left join movements m on m.id = j.value
                  where m.id is null or m.excluded_at is not null))`)
  const computed = db
    .prepare<[string], string>(`
    select id from suggestions where account_id = ? and state = 'open'
       and kind in ('one_transfer_many_orders', 'many_transfers_one_order', 'near_amount')`)
    .pluck()
  const retire = db.prepare(`update suggestions set state = 'stale' where id = ? and state = 'open'`)
  const looking = new Set<string>()
  let isStopped = false

  function* look(accountId: string): Looking {
    const open = facts.requests(accountId)
    const tolerance = accounts.settings(accountId)?.nearAmountTolerance ?? 0
    const found = yield* findGroups(open, facts.movementsFor(accountId, open), prepare, facts.isRefused(accountId))
    if (tolerance > 0)
      for (const request of open) {
        yield effort.row
        const near = facts.near(accountId, request, tolerance)
        if (near) found.push(near)
      }
    return found
  }

  /** What changed under way is looked at again the next time: it has raised the revision, so the account stays due. */
  function keep(accountId: string, revision: number, found: readonly NewSuggestion[]): void {
    const before = computed.all(accountId)
    const kept = new Set(found.map((suggestion) => write(accountId, suggestion)))
    for (const id of before) if (!kept.has(id)) retire.run(id)
    retireUntrue.run(accountId)
    done.run(accountId, revision)
  }

  async function goOn(userId: string, accountId: string, revision: number, work: Looking): Promise<void> {
    looking.add(accountId)
    try {
      await finish(userId, accountId, revision, work)
    } catch (error) {
      // The account stays due: the next one who asks begins anew.
      deps.log.error('look_failed', { account: accountId, error: messageOf(error) })
    } finally {
      looking.delete(accountId)
    }
  }

  async function finish(userId: string, accountId: string, revision: number, work: Looking): Promise<void> {
    let found: readonly NewSuggestion[] | null = null
    while (found === null) {
      await new Promise((resolve) => setImmediate(resolve))
      if (isStopped) return
      const until = performance.now() + turnMs
      found = workWhile(work, () => performance.now() < until)
    }
    const all = found
    const before = computed.all(accountId).join()
    store.write(() => keep(accountId, revision, all))
    if (computed.all(accountId).join() !== before)
      deps.events.emit({
        type: 'suggestion.updated',
        userId,
        accountId,
        data: { count: all.length },
        occurredAt: iso(deps.now()),
      })
  }

  return {
    refresh(userId, accountId) {
      const revision = dueRevision.get(accountId)
      if (revision === undefined) return
      store.write(() => {
        retireUntrue.run(accountId)
        if (looking.has(accountId)) return
        const work = look(accountId)
        let spent = 0
        const found = workWhile(work, (cost) => {
          spent += cost
          return spent < atOnce
        })
        if (found) keep(accountId, revision, found)
        else store.afterCommit(() => void goOn(userId, accountId, revision, work))
      })
    },
    stop() {
      isStopped = true
    },
  }
}

/** A look under way: what its next step costs, and in the end what it found. */
type Looking = Generator<number, NewSuggestion[]>

/** Null when there is more to do. */
function workWhile(work: Looking, mayGoOn: (cost: number) => boolean): readonly NewSuggestion[] | null {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    if (!mayGoOn(step.value)) return null
  }
}
