import { Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../../api.ts'
import type { StatementImport } from '../../api-types.ts'
import { plural } from '../../shared/plural.ts'
import { useLoaded } from '../../shared/resource.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import classes from './import.module.css'
import { importChanged, importDetails } from './store.ts'

/** What undoing an import would take back; what a person decided stands first. */
export function UndoDialog({
  accountId,
  row,
  onClose,
}: {
  accountId: string
  row: StatementImport
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const key = `${accountId}/${row.id}`
  const { data, failure } = useLoaded(importDetails, key)
  const [busy, setBusy] = useState(false)
  const stake = data?.undo ?? null
  const undo = async () => {
    setBusy(true)
    const isDone = await act(() => api.undoImport(accountId, row.id), t('fileImport.undone', { name: row.file_name }))
    setBusy(false)
    importChanged(accountId)
    if (isDone) onClose()
  }
  const people = stake?.list.filter(({ matched_by }) => matched_by === 'manual') ?? []
  const engine = stake?.list.filter(({ matched_by }) => matched_by === 'engine') ?? []
  return (
    <Dialog opened onClose={onClose} title={t('fileImport.undoTitle', { name: row.file_name })} size="lg">
      {failure && !data && (
        <LoadFailure
          what={t('fileImport.listNotLoaded')}
          failure={failure}
          onRetry={() => void importDetails.load(key)}
        />
      )}
      {!data && !failure && <Skeleton height={120} />}
      {stake && (
        <Stack>
          <Text size="sm">
            {t('fileImport.undoMovements', plural(stake.movements, number))}{' '}
            {stake.kept > 0 && t('fileImport.undoKept', plural(stake.kept, number))}
          </Text>
          {people.length > 0 && (
            <Matches title={t('fileImport.undoPeople', plural(stake.by_person, number))} rows={people} />
          )}
          {engine.length > 0 && (
            <Matches
              title={t('fileImport.undoMatches', plural(stake.matches - stake.by_person, number))}
              rows={engine}
            />
          )}
          {stake.matches > 0 && (
            <Text size="sm" c="dimmed">
              {t('fileImport.undoThen')}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} data-autofocus>
              {t('common.cancel')}
            </Button>
            <Button color="red" onClick={() => void undo()} loading={busy}>
              {t('fileImport.undoDo')}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  )
}

type Stake = NonNullable<Awaited<ReturnType<typeof api.importDetail>>['undo']>

function Matches({ title, rows }: { title: string; rows: Stake['list'] }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <ul className={classes.stake}>
        {rows.map(({ request_id, external_id, sender_name, amount, currency }) => (
          <li key={request_id}>
            <Anchor component={Link} to={`/requests/${request_id}`} inherit>
              {external_id}
            </Anchor>
            <span>{sender_name}</span>
            <Amount amount={amount} currency={currency} />
          </li>
        ))}
      </ul>
    </div>
  )
}
