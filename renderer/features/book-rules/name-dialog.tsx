import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { partiesChanged } from '../book-lists/store.ts'
import { AskDialog } from '../reconciliation/worklist/dialogs.tsx'

/** Enters a counterparty by name. */
export function NameDialog({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  return (
    <AskDialog
      title={t('names.add')}
      confirm={t('common.save')}
      ready={name.trim() !== ''}
      onClose={onClose}
      onConfirm={async () => {
        const { id } = await api.bookWork.addParty({ name: name.trim() })
        partiesChanged()
        onAdded(id)
      }}
    >
      <TextInput
        label={t('names.name')}
        description={t('names.nameHint')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
    </AskDialog>
  )
}
