import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { bankDetails, scriptReviews } from './store.ts'

/** Names of what is on the screen, for the way back. */
export function useBankCrumb(): (crumb: { readonly kind: 'bank' | 'version'; readonly id: string }) => string {
  const { t } = useTranslation()
  const banks = useStore(bankDetails.store, (state) => state.byId)
  const reviews = useStore(scriptReviews.store, (state) => state.byId)
  return ({ kind, id }) => {
    if (kind === 'bank') return banks[id]?.data?.bank.name ?? t('banks.columns.bank')
    if (id === 'new') return t('scripts.add')
    return reviews[id]?.data?.script.version ?? t('scripts.columns.version')
  }
}
