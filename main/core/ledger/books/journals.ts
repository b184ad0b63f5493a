import { randomUUID } from 'node:crypto'
import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import type { Actor, Audit } from '../audit/service.ts'
import { notFound, refused } from '../errors.ts'
import { checkJournal } from './check-journal.ts'
import { journalQueries } from './journal-queries.ts'
import type { Ledgers } from './ledgers.ts'
import type { Entry, NewJournal, Transaction } from './types.ts'

export interface Posted {
  readonly transaction: Transaction
  readonly entries: readonly Entry[]
  /** False when the client's id was known and the journal it named is answered. */
  readonly isNew: boolean
}

/** What may be corrected in an entry afterwards. */
export type EntryCorrection = Partial<
  Pick<
    Entry,
    | 'amount'
    | 'amountLcy'
    | 'description'
    | 'bookingDate'
    | 'valueDate'
    | 'dueDate'
    | 'documentNo'
    | 'externalDocumentNo'
    | 'chequeNo'
    | 'counterpartyId'
    | 'counterpartyName'
    | 'counterpartyAccount'
    | 'references'
  >
>

export interface Journals {
  /** One transaction; see `checkJournal` for what is refused. The same `idClient` again answers what it booked. */
  post(actor: Actor, journal: NewJournal): Posted
  get(userId: string, id: string): { transaction: Transaction; entries: readonly Entry[] }
  entry(userId: string, id: string): Entry
  /** Books the opposite of a transaction once; a second call answers the first one's contra booking. */
  reverse(actor: Actor, id: string, options: { bookingDate: string; reason: string }): Posted
  isReversed(id: string): boolean
  /** Corrects entries of one transaction together; it must balance afterwards. Matches that use them are told. */
  correct(actor: Actor, id: string, changes: Readonly<Record<string, EntryCorrection>>): Posted
  /** Throws 409 `transaction_in_use` while an accepted match or a closing rests on one of its entries. */
  remove(actor: Actor, id: string): void
  /** Whether the import that brought an entry is not there as a whole. */
  isInFlux(entry: Entry): boolean
  trialBalance(userId: string, until: string): ReturnType<ReturnType<typeof journalQueries>['trialBalance']>
}

const debits = (entries: readonly { type: string; amount: number }[]) =>
  entries.reduce((total, entry) => (entry.type === 'debit' ? total + entry.amount : total), 0)
const debitsLcy = (entries: readonly { type: string; amountLcy: number }[]) =>
  entries.reduce((total, entry) => (entry.type === 'debit' ? total + entry.amountLcy : total), 0)

/**
 * Journals: balanced, dated, in the trail (3.2). `onChanging` is called inside the transaction: after entries were
 * corrected, and before they are removed (so that suggestions which use them can go first).
 */
export function createJournals(deps: {
  store: Store
  audit: Audit
  ledgers: Ledgers
  now: Clock
  onChanging: (actor: Actor, entryIds: readonly string[], how: 'corrected' | 'removed') => void
  /** Called inside the transaction: entries as they were and as they are, of whatever was booked, corrected or removed. */
  onChanged: (before: readonly Entry[], after: readonly Entry[]) => void
}): Journals {
  const { store, audit, ledgers, now, onChanging, onChanged } = deps
  const queries = journalQueries(store)

  const get = (userId: string, id: string) => {
    const transaction = queries.transaction(userId, id)
    if (!transaction) throw notFound(`Transaction ${id}`)
    return { transaction, entries: queries.entriesOf(id) }
  }

  const post: Journals['post'] = (actor, journal) =>
    store.write(() => {
      const known = journal.idClient ? queries.byClientId(actor.userId, journal.idClient) : null
      if (known) return { transaction: known, entries: queries.entriesOf(known.id), isNew: false }
      const lines = checkJournal(journal, (reference) => ledgers.find(actor.userId, reference))
      const id = randomUUID()
      const at = now()
      queries.insertTransaction({
        id,
        userId: actor.userId,
        idClient: journal.idClient ?? null,
        type: journal.type,
        totalAmount: debits(lines),
        totalLcy: debitsLcy(lines),
        currency: journal.currency,
        description: journal.description ?? '',
        referenceId: journal.referenceId ?? null,
        at,
        valueDate: journal.valueDate ?? null,
        metadata: JSON.stringify(journal.metadata ?? {}),
        source: journal.source,
        importId: journal.importId ?? null,
        by: actor.name,
      })
      journal.entries.forEach((entry, ordinal) => {
        const line = lines[ordinal]
        if (!line) return
        queries.insertEntry({
          id: randomUUID(),
          userId: actor.userId,
          ledgerId: line.ledger.id,
          transactionId: id,
          ordinal,
          type: entry.type,
          amount: entry.amount,
          amountLcy: line.amountLcy,
          currency: line.ledger.currency,
          originalAmount: entry.originalAmount ?? null,
          originalCurrency: entry.originalCurrency ?? null,
          event: entry.event ?? null,
          description: entry.description ?? journal.description ?? '',
          at,
          bookingDate: line.bookingDate,
          valueDate: entry.valueDate ?? journal.valueDate ?? null,
          dueDate: entry.dueDate ?? null,
          documentNo: entry.documentNo ?? null,
          externalDocumentNo: entry.externalDocumentNo ?? null,
          chequeNo: entry.chequeNo ?? null,
          counterpartyId: entry.counterpartyId ?? null,
          counterpartyName: entry.counterpartyName ?? null,
          counterpartyAccount: entry.counterpartyAccount?.replace(/\s/gu, '').toUpperCase() ?? null,
          references: entry.references ?? [],
          source: journal.source,
          metadata: entry.metadata ?? {},
          version: 1,
          importKey: entry.importKey ?? null,
        })
      })
      const posted = get(actor.userId, id)
      audit.record({ actor, entity: 'ledger_transaction', entityId: id, action: 'post', after: posted })
      onChanged([], posted.entries)
      return { ...posted, isNew: true }
    })

  return {
    post,
    get,
    entry(userId, id) {
      const found = queries.entry(userId, id)
      if (!found) throw notFound(`Ledger entry ${id}`)
      return found
    },
    reverse: (actor, id, { bookingDate, reason }) =>
      store.write(() => {
        const { transaction, entries } = get(actor.userId, id)
        const earlier = queries.reversedBy(id)
        if (earlier) return { ...get(actor.userId, earlier), isNew: false }
        const contra = post(actor, {
          type: 'reversal',
          currency: transaction.currency,
          description: `Reversal: ${transaction.description}`.slice(0, 500),
          referenceId: id,
          bookingDate,
          source: transaction.source,
          metadata: { reverses: id, reason },
          entries: entries.map((entry) => ({
            ledger: entry.ledgerId,
            type: entry.type === 'debit' ? 'credit' : 'debit',
            amount: entry.amount,
            amountLcy: entry.amountLcy,
            documentNo: entry.documentNo,
            counterpartyId: entry.counterpartyId,
            counterpartyName: entry.counterpartyName,
          })),
        })
        queries.markReversed(id, contra.transaction.id, now())
        audit.record({
          actor,
          entity: 'ledger_transaction',
          entityId: id,
          action: 'reverse',
          after: { by: contra.transaction.id },
          reason,
        })
        return contra
      }),
    isReversed: (id) => queries.reversedBy(id) !== null,
    correct: (actor, id, changes) =>
      store.write(() => {
        const before = get(actor.userId, id)
        const after = before.entries.map((entry) => ({ ...entry, ...changes[entry.id] }))
        checkJournal(
          {
            type: before.transaction.type,
            currency: before.transaction.currency,
            bookingDate: after[0]?.bookingDate ?? '',
            source: before.transaction.source,
            entries: after.map((entry) => ({ ...entry, ledger: entry.ledgerId })),
          },
          (reference) => ledgers.find(actor.userId, reference),
        )
        const touched = after.filter((entry) => changes[entry.id] !== undefined)
        const at = now()
        for (const entry of touched) queries.editEntry(entry, at)
        queries.editTransaction({ id, totalAmount: debits(after), totalLcy: debitsLcy(after), at, by: actor.name })
        const corrected = get(actor.userId, id)
        audit.record({ actor, entity: 'ledger_transaction', entityId: id, action: 'correct', before, after: corrected })
        onChanging(
          actor,
          touched.map((entry) => entry.id),
          'corrected',
        )
        const isTouched = ({ id: entryId }: Entry) => changes[entryId] !== undefined
        onChanged(before.entries.filter(isTouched), corrected.entries.filter(isTouched))
        return { ...corrected, isNew: false }
      }),
    remove: (actor, id) =>
      store.write(() => {
        const before = get(actor.userId, id)
        if (before.entries.some((entry) => entry.allocated !== 0))
          throw refused(
            'transaction_in_use',
            'An accepted match rests on this booking. Undo the match first, or book the reversal.',
          )
        onChanging(
          actor,
          before.entries.map((entry) => entry.id),
          'removed',
        )
        queries.removeTransaction(id)
        audit.record({ actor, entity: 'ledger_transaction', entityId: id, action: 'delete', before })
        onChanged(before.entries, [])
      }),
    isInFlux: ({ transactionId }) => queries.isInFlux(transactionId),
    trialBalance: queries.trialBalance,
  }
}
