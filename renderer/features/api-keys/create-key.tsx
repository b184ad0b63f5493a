import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account, Scope } from '../../api-types.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { KeyForm } from './key-form.tsx'
import { NewKey } from './new-key.tsx'

interface Props {
  scopes: readonly Scope[]
  accounts: readonly Account[]
  onClose: () => void
}

/** Asks what the key is for, then shows it this one time. A slip beside the dialog must not lose it. */
export function CreateKey({ scopes, accounts, onClose }: Props) {
  const { t } = useTranslation()
  const [secret, setSecret] = useState<string | null>(null)
  const isAsking = secret === null
  return (
    <Dialog
      opened
      onClose={onClose}
      title={isAsking ? t('apiKeys.create') : t('apiKeys.createdNow')}
      closeOnEscape={isAsking}
      closeOnClickOutside={isAsking}
      withCloseButton={isAsking}
      size={520}
    >
      {isAsking ? (
        <KeyForm scopes={scopes} accounts={accounts} onCreated={setSecret} onCancel={onClose} />
      ) : (
        <NewKey secret={secret} onDone={onClose} />
      )}
    </Dialog>
  )
}
