import { Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../../api.ts'
import { useLoaded } from '../../shared/resource.ts'
import { CopyId } from '../../shared/ui/copy-id.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import type { Entry, Journal } from '../reconciliation/ledger-api.ts'
import { bookEntries } from '../reconciliation/store.ts'
import { Day, Sum } from '../reconciliation/sum.tsx'
import classes from './books.module.css'
import { ageing, entries, journals, loadBooks } from './store.ts'

/** One entry: what it says, the other side of its booking, and the way to its history. */
export function EntryPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { data: entry, failure } = useLoaded(bookEntries, id)
  return (
    <Panel
      label={t('entry.one')}
      onClose={onClose}
      title={
        entry ? (
          <Group gap="md" wrap="nowrap">
            <Text fw={600} size="lg" truncate>
              {entry.counterparty_name ?? entry.document_no ?? t('entry.one')}
            </Text>
            <Sum value={entry.signed_amount} />
          </Group>
        ) : (
          <Skeleton height={20} width={180} mt={4} />
        )
      }
    >
      {failure && !entry && (
        <LoadFailure what={t('entry.notLoaded')} failure={failure} onRetry={() => void bookEntries.load(id)} />
      )}
      {!entry && !failure && <Skeleton height={160} />}
      {entry && <EntryBody entry={entry} onClose={onClose} />}
    </Panel>
  )
}

function EntryBody({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  const { data: journal } = useLoaded(journals, entry.transaction_id)
  const remove = () =>
    modals.openConfirmModal({
      title: t('entry.removeTitle'),
      children: <Text size="sm">{t('entry.removeText')}</Text>,
      labels: { confirm: t('entry.remove'), cancel: t('common.cancel') },
      onConfirm: () =>
        void act(async () => {
          await api.bookWork.removeJournal(entry.transaction_id)
          onClose()
          entries.refresh()
          ageing.refresh()
          await loadBooks()
        }, t('entry.removed')),
    })
  const facts = [
    [t('books.date'), <Day key="d" day={entry.booking_date} />],
    [t('entry.valueDate'), entry.value_date && <Day key="v" day={entry.value_date} />],
    [t('entry.due'), entry.due_date && <Day key="u" day={entry.due_date} />],
    [t('books.document'), entry.document_no],
    [t('entry.external'), entry.external_document_no],
    [t('books.counterparty'), entry.counterparty_name],
    [t('books.account'), entry.counterparty_account],
    [t('books.text'), entry.description],
    [t('books.open'), <Sum key="o" value={entry.open_amount} />],
    [t('entry.source'), t(`entry.sources.${entry.source}`)],
  ] as const
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(([label, value]) =>
          value === null || value === '' ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <Title order={2} mt="lg" mb={6}>
        {t('entry.booking')}
      </Title>
      {journal ? <Lines journal={journal} /> : <Skeleton height={60} />}
      <Group mt="lg" justify="space-between">
        <Stack gap={2}>
          <Anchor component={Link} to={`/books/history?of=${entry.transaction_id}`} size="xs">
            {t('history.ofThis')}
          </Anchor>
          <CopyId value={entry.id} />
        </Stack>
        {entry.source === 'manual' && (
          <Button variant="default" leftSection={<IconTrash size={14} />} onClick={remove}>
            {t('entry.remove')}
          </Button>
        )}
      </Group>
    </>
  )
}

function Lines({ journal }: { journal: Journal }) {
  return (
    <table className={classes.lines}>
      <tbody>
        {journal.entries.map(({ id, code, ledger_id: ledger, description, signed_amount: amount }) => (
          <tr key={id}>
            <td>
              <Link to={`/books/ledgers/${ledger}`}>{code}</Link>
            </td>
            <td>{description}</td>
            <td>
              <Sum value={amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
