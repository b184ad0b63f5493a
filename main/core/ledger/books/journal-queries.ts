import type { Store } from '../../db/store.ts'
import { opensLedger } from './opening.ts'
import type { Entry, EntrySide, EntrySource, Transaction } from './types.ts'

interface TransactionRow {
  readonly id: string
  readonly id_client: string | null
  readonly type: string
  readonly status: string
  readonly total_amount: number
  readonly currency: string
  readonly description: string
  readonly reference_id: string | null
  readonly at: number
  readonly value_date: string | null
  readonly completed_at: number | null
  readonly reconciled_at: number | null
  readonly metadata: string
  readonly total_debit_lcy: number
  readonly total_credit_lcy: number
  readonly source: EntrySource
  readonly active: number
  readonly version: number
  readonly created_at: number
  readonly modified_at: number
  readonly created_by: string
  readonly modified_by: string
}

export interface EntryRow {
  readonly id: string
  readonly ledger_id: string
  readonly ledger_code: string
  readonly transaction_id: string
  readonly ordinal: number
  readonly type: EntrySide
  readonly amount: number
  readonly signed: number
  readonly amount_lcy: number
  readonly currency: string
  readonly original_amount: number | null
  readonly original_currency: string | null
  readonly event: string | null
  readonly description: string
  readonly at: number
  readonly booking_date: string
  readonly value_date: string | null
  readonly due_date: string | null
  readonly document_no: string | null
  readonly external_document_no: string | null
  readonly cheque_no: string | null
  readonly counterparty_id: string | null
  readonly counterparty_name: string | null
  readonly counterparty_account: string | null
  readonly refs: string
  readonly source: EntrySource
  readonly metadata: string
  readonly allocated: number
  readonly version: number
  readonly is_opening: 0 | 1
}

const toTransaction = (row: TransactionRow): Transaction => ({
  id: row.id,
  idClient: row.id_client,
  type: row.type,
  status: row.status,
  totalAmount: row.total_amount,
  currency: row.currency,
  description: row.description,
  referenceId: row.reference_id,
  at: row.at,
  valueDate: row.value_date,
  completedAt: row.completed_at,
  reconciledAt: row.reconciled_at,
  metadata: JSON.parse(row.metadata) as Record<string, unknown>,
  totalDebitLcy: row.total_debit_lcy,
  totalCreditLcy: row.total_credit_lcy,
  source: row.source,
  active: row.active === 1,
  version: row.version,
  createdAt: row.created_at,
  modifiedAt: row.modified_at,
  createdBy: row.created_by,
  modifiedBy: row.modified_by,
})

export const toEntry = (row: EntryRow): Entry => ({
  id: row.id,
  ledgerId: row.ledger_id,
  ledgerCode: row.ledger_code,
  transactionId: row.transaction_id,
  ordinal: row.ordinal,
  type: row.type,
  amount: row.amount,
  signed: row.signed,
  amountLcy: row.amount_lcy,
  currency: row.currency,
  originalAmount: row.original_amount,
  originalCurrency: row.original_currency,
  event: row.event,
  description: row.description,
  at: row.at,
  bookingDate: row.booking_date,
  valueDate: row.value_date,
  dueDate: row.due_date,
  documentNo: row.document_no,
  externalDocumentNo: row.external_document_no,
  chequeNo: row.cheque_no,
  counterpartyId: row.counterparty_id,
  counterpartyName: row.counterparty_name,
  counterpartyAccount: row.counterparty_account,
  references: JSON.parse(row.refs) as Entry['references'],
  source: row.source,
  metadata: JSON.parse(row.metadata) as Record<string, unknown>,
  allocated: row.allocated,
  isOpening: row.is_opening === 1,
  version: row.version,
})

/** Entries as they are read everywhere: with the code of their ledger, and whether they open it. */
export const selectEntries = `select e.*, l.code as ledger_code, ${opensLedger} as is_opening
  from ledger_entries e join ledgers l on l.id = e.ledger_id`

export interface StoredEntry extends Omit<Entry, 'ledgerCode' | 'signed' | 'allocated' | 'isOpening'> {
  readonly userId: string
  readonly importKey: string | null
}

export function journalQueries({ db }: Pick<Store, 'db'>) {
  const insertTransaction = db.prepare(
    `insert into ledger_transactions (id, user_id, id_client, type, status, total_amount, currency, description,
       reference_id, at, value_date, completed_at, metadata, total_debit_lcy, total_credit_lcy, source, import_id,
       created_at, modified_at, created_by, modified_by)
     values (@id, @userId, @idClient, @type, 'completed', @totalAmount, @currency, @description,
       @referenceId, @at, @valueDate, @at, @metadata, @totalLcy, @totalLcy, @source, @importId,
       @at, @at, @by, @by)`,
  )
  const insertEntry = db.prepare(
    `insert into ledger_entries (id, user_id, ledger_id, transaction_id, ordinal, type, amount, amount_lcy, currency,
       original_amount, original_currency, event, description, at, booking_date, value_date, due_date, document_no,
       external_document_no, cheque_no, counterparty_id, counterparty_name, counterparty_account, refs, source,
       import_key, metadata, created_at, modified_at)
     values (@id, @userId, @ledgerId, @transactionId, @ordinal, @type, @amount, @amountLcy, @currency,
       @originalAmount, @originalCurrency, @event, @description, @at, @bookingDate, @valueDate, @dueDate, @documentNo,
       @externalDocumentNo, @chequeNo, @counterpartyId, @counterpartyName, @counterpartyAccount, @refs, @source,
       @importKey, @metadata, @at, @at)`,
  )
  const transaction = db.prepare<[string, string], TransactionRow>(
    'select * from ledger_transactions where user_id = ? and id = ?',
  )
  const byClientId = db.prepare<[string, string], TransactionRow>(
    'select * from ledger_transactions where user_id = ? and id_client = ?',
  )
  const entriesOf = db.prepare<[string], EntryRow>(`${selectEntries} where e.transaction_id = ? order by e.ordinal`)
  const entry = db.prepare<[string, string], EntryRow>(`${selectEntries} where e.user_id = ? and e.id = ?`)
  const markReversed = db.prepare('update ledger_transactions set reversed_by = ?, modified_at = ? where id = ?')
  const isInFlux = db
    .prepare<[string], number>(
      `select exists (select 1 from ledger_transactions t join ledger_imports i on i.id = t.import_id
         where t.id = ? and i.undone_at is not null)`,
    )
    .pluck()
  const reversedBy = db
    .prepare<[string], string | null>('select reversed_by from ledger_transactions where id = ?')
    .pluck()
  const removeTransaction = db.prepare('delete from ledger_transactions where id = ?')
  // A proposal that somebody rejected goes with the entry it was about.
  const dropRejected = db.prepare(
    `delete from ledger_matches where status = 'rejected' and id in (
       select g.match_id from match_legs g join ledger_entries e on e.id = g.ledger_entry_id where e.transaction_id = ?)`,
  )
  const editEntry = db.prepare(
    `update ledger_entries set amount = @amount, amount_lcy = @amountLcy, type = @type, description = @description,
       booking_date = @bookingDate, value_date = @valueDate, due_date = @dueDate, document_no = @documentNo,
       external_document_no = @externalDocumentNo, cheque_no = @chequeNo, counterparty_id = @counterpartyId,
       counterparty_name = @counterpartyName, counterparty_account = @counterpartyAccount, refs = @refs,
       version = version + 1, modified_at = @at
     where id = @id`,
  )
  const editTransaction = db.prepare(
    `update ledger_transactions set total_amount = @totalAmount, total_debit_lcy = @totalLcy,
       total_credit_lcy = @totalLcy, version = version + 1, modified_at = @at, modified_by = @by where id = @id`,
  )
  const trialBalance = db.prepare<
    { userId: string; until: string },
    { ledger_id: string; debit: number; credit: number; debit_lcy: number; credit_lcy: number }
  >(
    `select ledger_id, sum(case type when 'debit' then amount else 0 end) as debit,
       sum(case type when 'credit' then amount else 0 end) as credit,
       sum(case type when 'debit' then amount_lcy else 0 end) as debit_lcy,
       sum(case type when 'credit' then amount_lcy else 0 end) as credit_lcy
     from ledger_entries where user_id = @userId and booking_date <= @until group by ledger_id`,
  )
  const optional = (row: TransactionRow | undefined) => (row ? toTransaction(row) : null)
  return {
    insertTransaction: (row: Record<string, string | number | null>) => insertTransaction.run(row),
    insertEntry: (e: StoredEntry) =>
      insertEntry.run({ ...e, refs: JSON.stringify(e.references), metadata: JSON.stringify(e.metadata) }),
    transaction: (userId: string, id: string) => optional(transaction.get(userId, id)),
    /** Whether the import that brought it is being booked, or taken back. */
    isInFlux: (transactionId: string) => isInFlux.get(transactionId) === 1,
    byClientId: (userId: string, id: string) => optional(byClientId.get(userId, id)),
    entriesOf: (transactionId: string) => entriesOf.all(transactionId).map(toEntry),
    entry: (userId: string, id: string) => {
      const row = entry.get(userId, id)
      return row ? toEntry(row) : null
    },
    markReversed: (id: string, by: string, at: number) => markReversed.run(by, at, id),
    reversedBy: (id: string) => reversedBy.get(id) ?? null,
    removeTransaction(id: string): void {
      dropRejected.run(id)
      removeTransaction.run(id)
    },
    editEntry: (e: Entry, at: number) => editEntry.run({ ...e, refs: JSON.stringify(e.references), at }),
    editTransaction: (row: { id: string; totalAmount: number; totalLcy: number; at: number; by: string }) =>
      editTransaction.run(row),
    trialBalance: (userId: string, until: string) => trialBalance.all({ userId, until }),
  }
}
