import type { Database } from '../../db/open.ts'
import type { ReferredDocument, StructuredReference } from '../../statements/types.ts'
import type { EntryRow } from '../books/journal-queries.ts'
import { opensLedger } from '../books/opening.ts'
import type { AccountIdentifier } from '../books/types.ts'
import { shiftDay } from '../context.ts'
import type { EngineCounterparty, EngineEntry, EngineInput, EngineItem, EngineRule } from '../engine/types.ts'
import type { ItemRow } from '../items/item-queries.ts'
import type { MatchInput } from './types.ts'

interface Facts {
  readonly originalAmount?: number
  readonly originalCurrency?: string
  readonly endToEndId?: string
  readonly paymentInfoId?: string
  readonly transactionId?: string
  readonly chequeNo?: string
  readonly structuredReferences?: readonly StructuredReference[]
  readonly referredDocuments?: readonly ReferredDocument[]
  readonly remittanceJoined?: string
  readonly additionalInfo?: string
  readonly bankCode?: {
    readonly domain?: string
    readonly family?: string
    readonly subfamily?: string
    readonly proprietary?: string
  }
  readonly returnReason?: string
  readonly charges?: readonly { readonly amount: number; readonly currency: string }[]
  readonly batchWithoutDetails?: boolean
}

const itemColumns = [
  'id',
  'position',
  'parent_entry_id',
  'level',
  'amount',
  'currency',
  'booking_date',
  'value_date',
  'is_reversal',
  'counterparty_name',
  'counterparty_account',
  'bank_reference',
  'remittance_text',
  'facts',
  'allocated',
  'allocated_parts',
] as const
/** Of a line, what the engine reads; the others would be held for every line of a large run. */
type StoredItem = Pick<ItemRow, (typeof itemColumns)[number]>

/** The same text from many rows, held once: days, currencies, names. */
type Share = <T extends string | null>(text: T) => T

function createShare(): Share {
  const known = new Map<string, string>()
  return <T extends string | null>(text: T): T => {
    if (text === null) return text
    const found = known.get(text)
    if (found !== undefined) return found as T
    known.set(text, text)
    return text
  }
}

/** Lists that most lines leave empty: one for all of them. */
const none: readonly never[] = []

/** Parts of a batch beyond these are not read for what they name. */
const mostDetails = 500

/** `details`: the parts of a batch that is matched as a whole; what they name, it names. */
export function toEngineItem(
  row: StoredItem,
  open: number,
  counterpartyOf: ReadonlyMap<string, string>,
  details: readonly StoredItem[],
  share: Share = (text) => text,
): EngineItem {
  const facts = JSON.parse(row.facts) as Facts
  const parts = details.slice(0, mostDetails).map((one) => ({ row: one, facts: JSON.parse(one.facts) as Facts }))
  const code = facts.bankCode
  const named = parts.flatMap((part) => [part.row.remittance_text, part.facts.endToEndId])
  const all = [facts, ...parts.map((part) => part.facts)]
  const structuredReferences = all.flatMap((one) => one.structuredReferences ?? none)
  const referredDocuments = all.flatMap((one) => one.referredDocuments ?? none)
  const text = joined([row.remittance_text, facts.additionalInfo, ...named])
  const textJoined = joined([facts.remittanceJoined ?? row.remittance_text, facts.additionalInfo]).trim()
  return {
    id: row.id,
    position: row.position,
    parentId: row.parent_entry_id,
    open,
    amount: row.amount ?? 0,
    currency: share(row.currency),
    bookingDate: share(row.booking_date),
    valueDate: share(row.value_date),
    isReversal: row.is_reversal === 1,
    originalAmount: facts.originalAmount ?? null,
    originalCurrency: facts.originalCurrency ?? null,
    counterpartyName: share(row.counterparty_name),
    counterpartyAccount: share(row.counterparty_account),
    counterpartyId: (row.counterparty_account && counterpartyOf.get(row.counterparty_account)) || null,
    endToEndId: facts.endToEndId ?? null,
    paymentInfoId: facts.paymentInfoId ?? null,
    transactionId: facts.transactionId ?? null,
    bankReference: row.bank_reference,
    chequeNo: facts.chequeNo ?? null,
    structuredReferences: structuredReferences.length === 0 ? none : structuredReferences,
    referredDocuments: referredDocuments.length === 0 ? none : referredDocuments,
    text,
    textJoined: textJoined === text ? text : textJoined,
    bankCode: code
      ? share([code.domain, code.family, code.subfamily, code.proprietary].filter(Boolean).join('-'))
      : null,
    returnReason: facts.returnReason ?? null,
    charges: facts.charges ?? none,
    batchWithoutDetails: facts.batchWithoutDetails ?? false,
  }
}

/** One text alone stays the text that it is, and is held once. */
function joined(texts: readonly (string | null | undefined)[]): string {
  const all = texts.filter((one) => one)
  return all.length === 1 ? (all[0] ?? '') : all.join(' ')
}

type StoredEntry = Omit<EntryRow, 'ledger_code' | 'is_opening'>

const toEntry = (row: StoredEntry, partyNamed: ReadonlyMap<string, string>, share: Share): EngineEntry => {
  const batch: unknown = (JSON.parse(row.metadata) as Record<string, unknown>).batch_id
  return {
    id: row.id,
    ledgerId: share(row.ledger_id),
    transactionId: row.transaction_id,
    open: row.signed - row.allocated,
    signed: row.signed,
    currency: share(row.currency),
    amountLcy: row.amount_lcy,
    bookingDate: share(row.booking_date),
    valueDate: share(row.value_date),
    dueDate: share(row.due_date),
    documentNo: row.document_no,
    externalDocumentNo: row.external_document_no,
    chequeNo: row.cheque_no,
    counterpartyId: row.counterparty_id ?? partyNamed.get(row.counterparty_name?.trim() ?? '') ?? null,
    counterpartyName: share(row.counterparty_name),
    counterpartyAccount: share(row.counterparty_account),
    references: row.refs === '[]' ? none : (JSON.parse(row.refs) as EngineEntry['references']),
    originalAmount: row.original_amount,
    originalCurrency: row.original_currency,
    description: share(row.description),
    batchId: typeof batch === 'string' ? batch : null,
  }
}

/** Items and entries of 6.1 as the engine sees them, with what was learned. */
export function loadEngineInput(db: Database, input: MatchInput): EngineInput {
  const { ledgerId, profile, family } = input
  const counterparties = loadCounterparties(db, input.userId)
  const counterpartyOf = new Map(counterparties.flatMap(({ id, accounts }) => accounts.map((account) => [account, id])))
  const partyNamed = new Map(counterparties.map(({ id, name }) => [name, id]))
  // Items of this run, and those that earlier runs of the ledger left open.
  const scope = profile.carryForward ? 'i.ledger_id = ?' : 'i.run_id = ?'
  const rows = db
    .prepare<[string], StoredItem>(
      `select ${itemColumns.map((name) => `i.${name}`).join(', ')} from items i where ${scope} and i.bank_status = 'booked' and i.match_status in ('unmatched', 'partial')
         and i.amount is not null order by i.booking_date, i.position, i.id`,
    )
    .all(profile.carryForward ? ledgerId : input.runId)
  const split = new Set(rows.filter((row) => row.parent_entry_id !== null).map((row) => row.parent_entry_id))
  const started = new Set(
    rows.filter((row) => row.parent_entry_id === null && row.allocated !== 0).map((row) => row.id),
  )
  const begun = new Set(rows.filter((row) => row.allocated_parts !== 0).map((row) => row.id))
  const splitByHand = new Set(rows.filter((row) => row.level === 'split').map((row) => row.parent_entry_id))
  const detailsOf = new Map<string, StoredItem[]>()
  for (const row of rows) {
    if (row.parent_entry_id === null || row.level === 'split') continue
    const details = detailsOf.get(row.parent_entry_id)
    if (details) details.push(row)
    else detailsOf.set(row.parent_entry_id, [row])
  }
  const share = createShare()
  const items = rows.flatMap((row) => {
    // Parts stand for themselves where a part was matched or where a person split; else the whole is matched.
    const isPart = row.parent_entry_id !== null
    if (isPart && started.has(row.parent_entry_id ?? '')) return []
    if (isPart && row.level !== 'split' && !begun.has(row.parent_entry_id ?? '')) return []
    if (!isPart && split.has(row.id) && (row.allocated_parts !== 0 || splitByHand.has(row.id))) return []
    const open = (row.amount ?? 0) - row.allocated - row.allocated_parts
    return open === 0 ? [] : [toEngineItem(row, open, counterpartyOf, detailsOf.get(row.id) ?? [], share)]
  })
  const [fewest] = profile.daysWithReference
  const first = items[0]?.bookingDate ?? input.periodFrom
  const latest = input.periodTo === null ? '9999-12-31' : shiftDay(input.periodTo, -fewest)
  const found = db
    .prepare<(string | number)[], StoredEntry>(
      `select e.* from ledger_entries e
       where e.ledger_id in (${family.map(() => '?').join(', ')}) and e.signed <> e.allocated
         and e.booking_date >= ? and e.booking_date <= ? and not ${opensLedger}
         -- What is being booked, or taken back, is no partner before it is there as a whole.
         and e.transaction_id not in (select t.id from ledger_transactions t
           where t.import_id in (select id from ledger_imports where undone_at is not null))
       order by e.booking_date, e.id`,
    )
    .iterate(...family, first ? shiftDay(first, -profile.daysWithReference[1]) : '0000-01-01', latest)
  const entries: EngineEntry[] = []
  for (const row of found) entries.push(toEntry(row, partyNamed, share))
  const ownAccounts = loadOwnAccounts(db, input)
  return {
    items,
    entries,
    profile,
    counterparties,
    rules: loadRules(db, input),
    ownAccounts,
    rejected: loadRejected(db, ledgerId),
    offerRejected: input.includeRejected,
    ownMovements: loadOwnMovements(db, Object.values(ownAccounts), first),
  }
}

function loadCounterparties(db: Database, userId: string): EngineCounterparty[] {
  return db
    .prepare<
      [string],
      {
        id: string
        name: string
        aliases: string
        accounts: string
        usual_lag_days: number | null
        usual_deduction: string | null
      }
    >('select id, name, aliases, accounts, usual_lag_days, usual_deduction from counterparties where user_id = ?')
    .all(userId)
    .map((row) => ({
      id: row.id,
      name: row.name,
      aliases: (JSON.parse(row.aliases) as { text: string; active?: boolean }[])
        .filter(({ active }) => active !== false)
        .map(({ text }) => text),
      accounts: (JSON.parse(row.accounts) as { identifier: string; active?: boolean }[])
        .filter(({ active }) => active !== false)
        .map(({ identifier }) => identifier),
      usualLagDays: row.usual_lag_days,
      usualDeduction:
        row.usual_deduction === null ? null : (JSON.parse(row.usual_deduction) as EngineCounterparty['usualDeduction']),
    }))
}

function loadRules(db: Database, input: MatchInput): EngineRule[] {
  return db
    .prepare<[string, string], { id: string; conditions: string; action: string }>(
      `select id, conditions, action from reconciliation_rules
       where user_id = ? and (ledger_id is null or ledger_id = ?) and state = 'active' order by position, id`,
    )
    .all(input.userId, input.ledgerId)
    .map((row) => ({
      id: row.id,
      conditions: JSON.parse(row.conditions) as EngineRule['conditions'],
      action: JSON.parse(row.action) as EngineRule['action'],
    }))
}

function loadOwnAccounts(db: Database, input: MatchInput): Record<string, string> {
  const rows = db
    .prepare<[string, string], { id: string; account_identifiers: string }>(
      'select id, account_identifiers from ledgers where user_id = ? and id <> ? and active = 1',
    )
    .all(input.userId, input.ledgerId)
  return Object.fromEntries(
    rows.flatMap((row) =>
      (JSON.parse(row.account_identifiers) as AccountIdentifier[]).map(({ value }) => [value, row.id] as const),
    ),
  )
}

/** What the statements of the other own ledgers show, from some days before the first line on. */
function loadOwnMovements(db: Database, ledgerIds: readonly string[], first: string | null) {
  if (first === null) return []
  const read = db.prepare<
    [string, string],
    { ledger_id: string; amount: number; currency: string; booking_date: string }
  >(
    `select ledger_id, amount, currency, booking_date from source_entries
     where ledger_id = ? and booking_date >= ? and bank_status = 'booked' and parent_entry_id is null
       and amount is not null`,
  )
  return [...new Set(ledgerIds)].flatMap((id) =>
    read.all(id, shiftDay(first, -10)).map((row) => ({
      ledgerId: row.ledger_id,
      amount: row.amount,
      currency: row.currency,
      bookingDate: row.booking_date,
    })),
  )
}

const loadRejected = (db: Database, ledgerId: string): ReadonlySet<string> =>
  new Set(
    db.prepare<[string], string>('select stable_key from rejected_pairs where ledger_id = ?').pluck().all(ledgerId),
  )
