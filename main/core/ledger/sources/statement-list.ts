import { z } from '@hono/zod-openapi'
import type { Database } from '../../db/open.ts'
import type { DeclaredTotals, StatementBalance } from '../../statements/types.ts'
import { money, moneySchema } from '../money.ts'
import { orderStatements } from './statement-order.ts'

const balanceSchema = z.object({ amount: moneySchema, date: z.string().nullable(), kind: z.string() })
export const statementSchema = z
  .object({
    id: z.string(),
    source_file_id: z.string(),
    account_identifier: z.string().nullable(),
    statement_ref: z.string().nullable(),
    sequence_no: z.string().nullable(),
    legal_sequence_no: z.string().nullable(),
    page_no: z.number().int().nullable(),
    last_page: z.boolean().nullable(),
    currency: z.string(),
    from_date: z.string().nullable(),
    to_date: z.string().nullable(),
    opening_balance: balanceSchema.nullable(),
    closing_balance: balanceSchema.nullable(),
    other_balances: z.array(balanceSchema),
    declared_counts: z
      .object({
        entries: z.number().int().nullable(),
        credits: z.number().int().nullable(),
        debits: z.number().int().nullable(),
      })
      .nullable(),
    declared_sums: z
      .object({ total: moneySchema.nullable(), credits: moneySchema.nullable(), debits: moneySchema.nullable() })
      .nullable(),
    copy_flag: z.string(),
    proof_status: z.enum(['proved', 'not_proved', 'not_provable']),
    proof_difference: moneySchema.nullable(),
    interpretation: z.array(z.string()),
  })
  .openapi('Statement')

export interface StatementListRow {
  readonly id: string
  readonly run_id: string
  readonly source_file_id: string
  readonly account_identifier: string | null
  readonly statement_ref: string | null
  readonly sequence_no: string | null
  readonly legal_sequence_no: string | null
  readonly page_no: number | null
  readonly last_page: number | null
  readonly currency: string
  readonly from_date: string | null
  readonly to_date: string | null
  readonly opening_balance: string | null
  readonly closing_balance: string | null
  readonly other_balances: string
  readonly declared: string | null
  readonly copy_flag: string
  readonly proof_status: 'proved' | 'not_proved' | 'not_provable'
  readonly proof_difference: number | null
  readonly interpretation: string
}

const amountOf = (text: string | null) => (text === null ? null : (JSON.parse(text) as StatementBalance).amount)
const dayOf = (row: StatementListRow) => {
  const closing = row.closing_balance === null ? null : (JSON.parse(row.closing_balance) as StatementBalance).date
  return closing ?? row.to_date ?? row.from_date
}

/** The rows in order of time, with what the order rests on. */
const inOrder = (rows: readonly StatementListRow[]) =>
  orderStatements(
    rows.map((row, ordinal) => ({
      row,
      ordinal,
      account: row.account_identifier,
      currency: row.currency,
      opening: amountOf(row.opening_balance),
      closing: amountOf(row.closing_balance),
      day: dayOf(row),
    })),
  )

/** Statements of processed files, in order of time. */
export function statementRows(db: Database) {
  const select = `select s.* from statements s join source_files f on f.id = s.source_file_id and f.status = 'processed'`
  const ofFile = db.prepare<[string], StatementListRow>(`${select} where s.source_file_id = ? order by s.ordinal`)
  const ofRun = db.prepare<[string], StatementListRow>(
    `${select} where s.run_id = ? order by f.created_at, f.rowid, s.ordinal`,
  )
  const ofLedger = db.prepare<[string], StatementListRow>(
    `${select} where s.ledger_id = ? order by f.created_at, f.rowid, s.ordinal`,
  )
  return {
    ofFile: (fileId: string) => ofFile.all(fileId),
    ofRun: (runId: string) => inOrder(ofRun.all(runId)).map(({ row }) => row),
    ofLedger: (ledgerId: string) => inOrder(ofLedger.all(ledgerId)),
  }
}

export function statementBody(row: StatementListRow, override: number | null = null): z.infer<typeof statementSchema> {
  const own = (minor: number | undefined) => (minor === undefined ? null : money(minor, row.currency, override))
  const shown = ({ amount, date, kind }: StatementBalance) => ({
    amount: money(amount, row.currency, override),
    date,
    kind,
  })
  const balance = (text: string | null) => (text === null ? null : shown(JSON.parse(text) as StatementBalance))
  const declared = row.declared === null ? null : (JSON.parse(row.declared) as DeclaredTotals | null)
  return {
    id: row.id,
    source_file_id: row.source_file_id,
    account_identifier: row.account_identifier,
    statement_ref: row.statement_ref,
    sequence_no: row.sequence_no,
    legal_sequence_no: row.legal_sequence_no,
    page_no: row.page_no,
    last_page: row.last_page === null ? null : row.last_page === 1,
    currency: row.currency,
    from_date: row.from_date,
    to_date: row.to_date,
    opening_balance: balance(row.opening_balance),
    closing_balance: balance(row.closing_balance),
    other_balances: (JSON.parse(row.other_balances) as StatementBalance[]).map(shown),
    declared_counts: declared && {
      entries: declared.entries ?? null,
      credits: declared.creditCount ?? null,
      debits: declared.debitCount ?? null,
    },
    declared_sums: declared && {
      total: own(declared.sum),
      credits: own(declared.creditSum),
      debits: own(declared.debitSum),
    },
    copy_flag: row.copy_flag,
    proof_status: row.proof_status,
    proof_difference: row.proof_difference === null ? null : money(row.proof_difference, row.currency, override),
    interpretation: JSON.parse(row.interpretation) as string[],
  }
}
