import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { runs } from '../reconciliation/store.ts'
import type { Crumb } from '../shell/crumbs.ts'
import { ledgerName, useBooks } from './store.ts'

/** How a ledger or a run is called in the way back. */
export function useBookCrumb(): (crumb: Extract<Crumb, { kind: 'ledger' | 'run' }>) => string {
  const { t } = useTranslation()
  const ledgers = useBooks((state) => state.ledgers)
  const byId = useStore(runs.store, (state) => state.byId)
  return ({ kind, id }) => {
    const run = kind === 'run' ? byId[id]?.data : undefined
    const ledger = ledgers?.find((each) => each.id === (run?.ledger_id ?? id))
    if (kind === 'ledger') return ledger ? ledgerName(ledger) : t('nav.ledger')
    return ledger ? `${t('nav.run')} ${ledger.code}` : t('nav.run')
  }
}
