import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { dayRange } from '../../shared/list/day-range.ts'
import { useFilter } from '../../shared/list/use-filter.ts'
import { useAccounts } from './store.ts'

/** What lists of one account, or of all, have in common: search, days, the choice of the account, and the row that is open. */
export function useAccountList({ accountId, base }: { accountId: string | undefined; base: string }) {
  const navigate = useNavigate()
  const accounts = useAccounts((state) => state.accounts)
  const { read, write, clear, active, search } = useFilter()
  const close = useCallback(() => void navigate(`${base}${search}`), [navigate, base, search])
  const hasChoice = accountId === undefined && accounts !== null && accounts.length > 1
  return {
    read,
    write,
    clear,
    active,
    close,
    onOpen: ({ id }: { readonly id: string }) => void navigate(`${base}/${id}${search}`),
    filter: {
      q: read('q') ?? undefined,
      account_id: accountId ?? read('account') ?? undefined,
      ...dayRange(read('from'), read('to')),
    },
    toolbar: {
      search: read('q'),
      onSearch: (text: string | null) => write('q', text),
      days: { from: read('from'), to: read('to'), onChange: write },
      ...(hasChoice
        ? {
            accounts: {
              value: read('account'),
              options: accounts.map(({ id, name }) => ({ value: id, label: name })),
              onChange: (id: string | null) => write('account', id),
            },
          }
        : {}),
    },
  }
}
