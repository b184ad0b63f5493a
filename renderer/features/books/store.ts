import { create } from 'zustand'
import { api } from '../../api.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { createList } from '../../shared/list/create-list.ts'
import { createResource } from '../../shared/resource.ts'
import type { Ageing, BookAccount, Entry, Journal, Ledger, Order, RunOfBooks } from '../reconciliation/ledger-api.ts'

interface BooksState {
  /** Reconcilable ledgers with what is open; `null` until the first answer. */
  readonly accounts: readonly BookAccount[] | null
  /** The whole chart. */
  readonly ledgers: readonly Ledger[] | null
  readonly failure: Failure | null
}

export const useBooks = create<BooksState>(() => ({ accounts: null, ledgers: null, failure: null }))

export async function loadBooks(): Promise<void> {
  try {
    const [accounts, ledgers] = await Promise.all([api.books.accounts(), api.books.ledgers()])
    useBooks.setState({ accounts: accounts.rows, ledgers: ledgers.rows, failure: null })
  } catch (error) {
    useBooks.setState({ failure: asFailure(error) })
  }
}

export const ledgerName = ({ code, description }: Pick<Ledger, 'code' | 'description'>): string =>
  description === '' ? code : `${code} ${description}`

export const useLedgerName = (id: string): string | undefined =>
  useBooks(({ ledgers }) => {
    const ledger = ledgers?.find((each) => each.id === id)
    return ledger && ledgerName(ledger)
  })

export const ageing = createResource<Ageing>(api.books.ageing)
export const journals = createResource<Journal>(api.books.journal)

export interface EntryFilter extends Order {
  readonly ledgerId: string
  readonly open: boolean
  readonly q: string | null
}
/** What of the entries is wanted, as the list's own filter. */
export const entryFilter = ({ open, q }: Pick<EntryFilter, 'open' | 'q'>) => ({
  // What opens the ledger waits for nothing; the numbers of open entries do not count it either.
  ...(open ? { open_amount: { ne: 0 }, is_opening: false } : {}),
  ...(q === null ? {} : { description: { contains: q } }),
})
export const entries = createList<Entry, EntryFilter>(({ ledgerId, open, q, ...order }, span, signal) =>
  api.books.entries(ledgerId, entryFilter({ open, q }), order, span, signal),
)

export interface RunFilter extends Order {
  readonly ledger_id?: string | undefined
  readonly status?: string | undefined
}
export const runList = createList<RunOfBooks, RunFilter>((filter, span, signal) => api.books.runs(filter, span, signal))
