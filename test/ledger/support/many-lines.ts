import { join } from 'node:path'
import { openDatabase } from '../../../main/core/db/open.ts'
import type { EngineEntry, EngineInput, EngineItem } from '../../../main/core/ledger/engine/types.ts'

interface Into {
  readonly dataDir: string
  readonly runId: string
  /** The ledger of the run, and another one that takes the other side of each booking. */
  readonly ledgerId: string
  readonly otherId: string
}

/**
 * Writes made lines and bookings straight into the tables, as an import and the journals would; the API takes minutes for
 * so many. Nothing is in the trail. The run covers their days and proves.
 */
export function fillRun({ items, entries }: Pick<EngineInput, 'items' | 'entries'>, into: Into): void {
  const { dataDir, runId, ledgerId, otherId } = into
  const db = openDatabase(join(dataDir, 'reconbanker.db'))
  const user = db.prepare<[string], string>('select user_id from ledgers where id = ?').pluck().get(ledgerId)
  const addItem = db.prepare(
    `insert into source_entries (id, run_id, ledger_id, position, level, amount, currency, bank_status, booking_date,
       counterparty_name, counterparty_account, remittance_text, search_text, facts, fingerprint, occurrence, created_at,
       modified_at)
     values (@id, '${runId}', '${ledgerId}', @position, 'entry', @amount, 'EUR', 'booked', @bookingDate,
       @counterpartyName, @counterpartyAccount, @text, lower(@text), @facts, @id, 1, 0, 0)`,
  )
  const addTransaction = db.prepare(
    `insert into ledger_transactions (id, user_id, type, total_amount, currency, at, total_debit_lcy, total_credit_lcy,
       source, created_at, modified_at, created_by, modified_by)
     values (@id, '${user}', 'journal', @amount, 'EUR', 0, @amount, @amount, 'manual', 0, 0, 'x', 'x')`,
  )
  const addEntry = db.prepare(
    `insert into ledger_entries (id, user_id, ledger_id, transaction_id, ordinal, type, amount, amount_lcy, currency,
       description, at, booking_date, document_no, counterparty_name, counterparty_account, refs, source, metadata,
       created_at, modified_at)
     values (@id, '${user}', @ledger, @transaction, @ordinal, @type, @amount, @amount, 'EUR', @description, 0,
       @bookingDate, @documentNo, @counterpartyName, @counterpartyAccount, @refs, 'manual', @metadata, 0, 0)`,
  )
  const item = (one: EngineItem, position: number) => {
    const { id, amount, bookingDate, counterpartyName, counterpartyAccount, text, paymentInfoId, returnReason } = one
    const facts = JSON.stringify({
      ...(paymentInfoId === null ? {} : { paymentInfoId }),
      ...(returnReason === null ? {} : { returnReason }),
    })
    addItem.run({ id, position, amount, bookingDate, counterpartyName, counterpartyAccount, text, facts })
  }
  const booking = ({ id, signed, bookingDate, batchId, references, ...entry }: EngineEntry) => {
    const [amount, transaction] = [Math.abs(signed), `t-${id}`]
    addTransaction.run({ id: transaction, amount })
    const common = { transaction, amount, bookingDate, description: entry.description }
    const own = {
      documentNo: entry.documentNo,
      counterpartyName: entry.counterpartyName,
      counterpartyAccount: entry.counterpartyAccount,
      refs: JSON.stringify(references),
      metadata: JSON.stringify(batchId === null ? {} : { batch_id: batchId }),
    }
    const bare = { documentNo: null, counterpartyName: null, counterpartyAccount: null, refs: '[]', metadata: '{}' }
    const sides = signed > 0 ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const)
    addEntry.run({ ...common, ...own, id, ledger: ledgerId, ordinal: 0, type: sides[0] })
    addEntry.run({ ...common, ...bare, id: `o-${id}`, ledger: otherId, ordinal: 1, type: sides[1] })
  }
  const days = items.map(({ bookingDate }) => bookingDate).sort()
  const total = items.reduce((sum, { amount }) => sum + amount, 0)
  db.transaction(() => {
    items.forEach(item)
    for (const entry of entries) booking(entry)
    db.prepare(
      `update reconciliation_runs set period_from = ?, period_to = ?, opening_balance = 0, closing_balance = ?,
         proof_status = 'proved', proof_difference = 0 where id = ?`,
    ).run(days[0], days.at(-1), total, runId)
  }).immediate()
  db.close()
}

/** Seeded entries that no line belongs to, so that the books hold more than the statement. */
export function strangers(count: number): EngineEntry[] {
  return Array.from({ length: count }, (_, at): EngineEntry => {
    const amount = 100_000_000 + at * 37
    return {
      id: `x${String(at).padStart(6, '0')}`,
      ledgerId: 'bank',
      transactionId: `t-x${at}`,
      open: amount,
      signed: amount,
      currency: 'EUR',
      amountLcy: amount,
      bookingDate: new Date(Date.UTC(2025, 0, 1 + (at % 360))).toISOString().slice(0, 10),
      valueDate: null,
      dueDate: null,
      documentNo: `ZZ-${500_000 + at}`,
      externalDocumentNo: null,
      chequeNo: null,
      counterpartyId: null,
      counterpartyName: null,
      counterpartyAccount: null,
      references: [],
      originalAmount: null,
      originalCurrency: null,
      description: '',
      batchId: null,
    }
  })
}
