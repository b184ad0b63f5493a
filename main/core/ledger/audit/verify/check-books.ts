import type { Database } from '../../../db/open.ts'
import { journalQueries } from '../../books/journal-queries.ts'
import { ledgerQueries } from '../../books/ledger-queries.ts'
import { runQueries } from '../../runs/run-queries.ts'
import { changed, differences, type Fault, objectFault } from './fault.ts'
import { asObject, type Recorded, type TrailEvent, trailOf } from './last-events.ts'

interface Place {
  readonly id: string
  readonly user_id: string
}

/**
 * Objects that are recorded whole with every change: the newest state in the trail must be what is stored, what was
 * deleted must be gone, and nothing may be there that was never recorded.
 */
function checkWhole(
  db: Database,
  entity: string,
  places: readonly Place[],
  read: (place: Place) => Recorded | null,
): Fault[] {
  const trail = trailOf(db, entity)
  const faults: Fault[] = []
  const present = new Set<string>()
  for (const place of places) {
    present.add(place.id)
    const last = trail.ids.has(place.id) ? lastWhole(trail.eventsOf(place.id)) : undefined
    if (!last) faults.push(objectFault(entity, place.id, 'not_recorded', 'is not in the trail'))
    else if (last.action === 'delete')
      faults.push(objectFault(entity, place.id, 'not_deleted', 'is there again after its deletion'))
    else faults.push(...differences(entity, place.id, asObject(last.after), asObject(plain(read(place)))))
  }
  for (const id of trail.ids)
    if (!present.has(id) && trail.eventsOf(id).at(-1)?.action !== 'delete')
      faults.push(objectFault(entity, id, 'missing', 'is gone without a deletion in the trail'))
  return faults
}

/** Some events tell what happened to an object (movements taken into a run) and not what it is. */
const lastWhole = (events: readonly TrailEvent[]) =>
  events.findLast(({ action, after }) => action === 'delete' || 'version' in asObject(after))

/** As JSON keeps it: what is absent there is absent here. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

export function checkLedgers(db: Database): Fault[] {
  const { byId } = ledgerQueries({ db })
  const places = db.prepare<[], Place>('select id, user_id from ledgers').all()
  return checkWhole(db, 'ledger', places, ({ id, user_id }) => byId(user_id, id) as Recorded | null)
}

export function checkRuns(db: Database): Fault[] {
  const { byId } = runQueries(db)
  const places = db.prepare<[], Place>('select id, user_id from reconciliation_runs').all()
  return checkWhole(db, 'run', places, ({ id, user_id }) => byId(user_id, id) as Recorded | null)
}

/** Kept with every decision of a match; the trail has it there, and `checkAllocations` looks at the sums. */
const movingInTransaction = ['reconciledAt', 'modifiedAt']
const movingInEntry = ['allocated', 'version']

/** Journals with their entries, and what reversed them. */
export function checkJournals(db: Database): Fault[] {
  const queries = journalQueries({ db })
  const trail = trailOf(db, 'ledger_transaction')
  const places = db
    .prepare<[], Place & { reversed_by: string | null }>('select id, user_id, reversed_by from ledger_transactions')
    .all()
  const faults: Fault[] = []
  const present = new Set<string>()
  for (const { id, user_id: userId, reversed_by: reversedBy } of places) {
    present.add(id)
    const events = trail.ids.has(id) ? trail.eventsOf(id) : []
    const last = events.findLast(({ action }) => action === 'post' || action === 'correct')
    if (!last || events.at(-1)?.action === 'delete') {
      faults.push(objectFault('ledger_transaction', id, 'not_recorded', 'is not in the trail'))
      continue
    }
    const recorded = asObject(last.after) as { transaction: Recorded; entries: readonly Recorded[] }
    const found = plain({
      transaction: queries.transaction(userId, id),
      entries: queries.entriesOf(id),
    }) as typeof recorded
    faults.push(
      ...differences('ledger_transaction', id, recorded.transaction, found.transaction, movingInTransaction),
      ...entryFaults(recorded.entries, found.entries),
    )
    const reversal = events.findLast(({ action }) => action === 'reverse')
    const by = reversal ? asObject(reversal.after).by : null
    if (by !== reversedBy) faults.push(changed('ledger_transaction', id, 'reversedBy', by, reversedBy))
  }
  for (const id of trail.ids)
    if (!present.has(id) && trail.eventsOf(id).at(-1)?.action !== 'delete')
      faults.push(objectFault('ledger_transaction', id, 'missing', 'is gone without a deletion in the trail'))
  return faults
}

function entryFaults(recorded: readonly Recorded[], found: readonly Recorded[]): Fault[] {
  const known = new Map(recorded.map((entry) => [String(entry.id), entry]))
  const there = new Set(found.map(({ id }) => String(id)))
  return [
    ...found.flatMap((entry) => {
      const id = String(entry.id)
      const before = known.get(id)
      return before
        ? // A ledger may get another code; its entries follow. What opens it is told by fields that are compared.
          differences('ledger_entry', id, before, entry, [...movingInEntry, 'ledgerCode', 'isOpening'])
        : [objectFault('ledger_entry', id, 'not_recorded', 'is not in the trail')]
    }),
    ...[...known.keys()].flatMap((id) =>
      there.has(id) ? [] : [objectFault('ledger_entry', id, 'missing', 'is gone without a deletion in the trail')],
    ),
  ]
}
