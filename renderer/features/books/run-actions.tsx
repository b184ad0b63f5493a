import { ActionIcon, Checkbox, Text, TextInput, Tooltip } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import type { RunOfBooks } from '../reconciliation/ledger-api.ts'
import { AskDialog } from '../reconciliation/worklist/dialogs.tsx'
import { loadBooks, runList } from './store.ts'

/** What is asked about a run of the list. */
export interface AskedRun {
  readonly what: 'name' | 'remove'
  readonly run: RunOfBooks
}

/** A run in a list: its name, and deleting it while it is not closed. */
export function RunActions({
  run,
  reachable,
  onAsk,
}: {
  run: RunOfBooks
  reachable: boolean
  onAsk: (what: AskedRun['what']) => void
}) {
  const { t } = useTranslation()
  if (run.status === 'closed' || run.status === 'running') return null
  return (
    <>
      <Tooltip label={t('runs.name')}>
        <ActionIcon aria-label={t('runs.name')} tabIndex={reachable ? 0 : -1} onClick={() => onAsk('name')}>
          <IconPencil size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('runs.remove')}>
        <ActionIcon aria-label={t('runs.remove')} tabIndex={reachable ? 0 : -1} onClick={() => onAsk('remove')}>
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}

/** The question itself, beside the list: its rows come and go while it is open. */
export function RunDialog({ asked: { what, run }, onClose }: { asked: AskedRun; onClose: () => void }) {
  return what === 'name' ? <NameRun run={run} onClose={onClose} /> : <RemoveRun run={run} onClose={onClose} />
}

function NameRun({ run, onClose }: { run: RunOfBooks; onClose: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(run.note ?? '')
  return (
    <AskDialog
      title={t('runs.name')}
      confirm={t('common.save')}
      onClose={onClose}
      onConfirm={async () => {
        await api.bookWork.nameRun(run.id, name.trim() === '' ? null : name.trim())
        runList.refresh()
      }}
    >
      <TextInput
        label={t('books.name')}
        maxLength={500}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
    </AskDialog>
  )
}

/** Where decisions rest on the run, the person says that they are to be undone with it. */
function RemoveRun({ run, onClose }: { run: RunOfBooks; onClose: () => void }) {
  const { t } = useTranslation()
  const [force, setForce] = useState(false)
  const decisions = run.counts.accepted + run.counts.closed
  return (
    <AskDialog
      title={t('runs.removeTitle')}
      confirm={t('runs.remove')}
      ready={decisions === 0 || force}
      onClose={onClose}
      onConfirm={async () => {
        await api.bookWork.removeRun(run.id, force)
        runList.refresh()
        await loadBooks()
      }}
    >
      <Text size="sm">{t('runs.removeText')}</Text>
      {decisions > 0 && (
        <Checkbox
          label={t('runs.undoFirst', { n: decisions })}
          checked={force}
          onChange={(event) => setForce(event.currentTarget.checked)}
        />
      )}
    </AskDialog>
  )
}
