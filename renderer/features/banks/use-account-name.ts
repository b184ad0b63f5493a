import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccounts } from '../accounts/store.ts'

/** Names of accounts by id, as the account list knows them. */
export function useAccountName(): (id: string) => string {
  const { t } = useTranslation()
  const accounts = useAccounts((state) => state.accounts)
  return useCallback((id) => accounts?.find((account) => account.id === id)?.name ?? t('nav.account'), [accounts, t])
}
