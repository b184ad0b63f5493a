import { expect, type Page } from '@playwright/test'
import { camt, type MadeEntry } from '../../ledger/support/statement-files.ts'
import { owner, type Program } from './program.ts'

/** A payment in the books: minor units, negative when money leaves. */
export interface Payment {
  readonly amount: number
  readonly date: string
  readonly name?: string
  readonly document?: string
  readonly text?: string
  readonly account?: string
}

/** A small chart in EUR with an opening balance, by the API. Answers ids by code. */
export async function openBooks(program: Program, opening: number): Promise<Record<'bank' | 'sales' | 'fees', string>> {
  const add = async (code: string, description: string, type: string, more: object = {}) =>
    (
      await program.call<{ id: string }>('POST', '/v1/ledgers', {
        code,
        description,
        type,
        currency_code: 'EUR',
        ...more,
      })
    ).id
  const bank = await add('1810', 'Bank, main account', 'asset', {
    is_reconcilable: true,
    account_identifiers: [{ scheme: 'iban', value: 'DE89370400440532013000' }],
  })
  const sales = await add('1200', 'Receivables', 'asset')
  const fees = await add('6855', 'Bank fees', 'expense')
  await program.call('POST', '/v1/ledgers/journals', {
    type: 'opening_balance',
    booking_date: '2026-10-31',
    entries: [
      { ledger_id: bank, type: 'debit', amount: opening },
      { ledger_id: sales, type: 'credit', amount: opening },
    ],
  })
  return { bank, sales, fees }
}

export async function book(program: Program, bank: string, other: string, payments: readonly Payment[]): Promise<void> {
  for (const { amount, date, name, document, text, account } of payments) {
    const [here, there] = amount > 0 ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const)
    await program.call('POST', '/v1/ledgers/journals', {
      booking_date: date,
      description: text ?? '',
      entries: [
        {
          ledger_id: bank,
          type: here,
          amount: Math.abs(amount),
          counterparty_name: name ?? null,
          counterparty_account: account ?? null,
          document_no: document ?? null,
          description: text ?? '',
        },
        { ledger_id: other, type: there, amount: Math.abs(amount) },
      ],
    })
  }
}

/** A run over a ledger with a statement in it, compared with the books. Answers its id. */
export async function runWith(program: Program, ledgerId: string, statement: string): Promise<string> {
  const { id } = await program.call<{ id: string }>('POST', '/v1/ledgers/reconciliation/runs', { ledger_id: ledgerId })
  const { token } = await program.call<{ token: string }>('POST', '/auth/login', owner)
  const form = new FormData()
  form.set('file', new File([statement], 'statement.xml'))
  const sent = await fetch(`${program.url}/api/v1/ledgers/reconciliation/runs/${id}/sources/upload`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  })
  if (!sent.ok) throw new Error(`upload: ${sent.status} ${await sent.text()}`)
  await program.call('POST', `/v1/ledgers/reconciliation/runs/${id}/auto-match`)
  return id
}

/** A run with a statement and books, matched, on the screen. Answers its id. */
export async function openWorklist(
  page: Page,
  program: Program,
  lines: readonly MadeEntry[],
  payments: readonly Payment[],
  language: 'en' | 'es' = 'en',
): Promise<string> {
  const { bank, sales } = await openBooks(program, 100_000)
  await book(program, bank, sales, payments)
  const runId = await runWith(program, bank, camt({ opening: 100_000, entries: lines }))
  await page.goto(`${program.url}/#/books/runs/${runId}`)
  const name = language === 'en' ? 'What needs a decision' : 'Lo que espera una decisión'
  await expect(page.getByRole('list', { name }).getByRole('listitem').first()).toBeVisible()
  return runId
}
