import { Button, Select, Stack, Switch, Text, Title } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../../api.ts'
import { useAct } from '../../shared/use-act.ts'
import type { LedgerChange } from '../book-lists/books-api.ts'
import { ledgerName, loadBooks, useBooks } from '../books/store.ts'
import type { Ledger } from '../reconciliation/ledger-api.ts'

/** What may be booked to a ledger, where it stands in the chart, and whether it is in use (3.1). */
export function LedgerUse({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const act = useAct()
  const ledgers = useBooks((state) => state.ledgers) ?? []
  const change = (input: LedgerChange) =>
    void act(async () => {
      await api.bookWork.changeLedger(ledger.id, { ...input, version: ledger.version })
      await loadBooks()
    }, t('ledgerUse.saved'))
  const remove = () =>
    modals.openConfirmModal({
      title: t('ledgerUse.removeTitle'),
      children: <Text size="sm">{t('ledgerUse.removeText')}</Text>,
      labels: { confirm: t('ledgerUse.remove'), cancel: t('common.cancel') },
      onConfirm: () =>
        void act(async () => {
          await api.bookWork.removeLedger(ledger.id)
          await navigate('/books/chart')
          await loadBooks()
        }, t('ledgerUse.removed')),
    })
  return (
    <section aria-label={t('ledgerUse.title')}>
      <Title order={2} mb="sm">
        {t('ledgerUse.title')}
      </Title>
      <Stack gap="sm" align="flex-start">
        <Switch
          label={t('ledgerUse.direct')}
          description={t('ledgerUse.directHint')}
          checked={ledger.direct_booking}
          onChange={(event) => change({ direct_booking: event.currentTarget.checked })}
        />
        {ledger.is_reconcilable && (
          <Switch
            label={t('ledgerUse.statement')}
            checked={ledger.statement_required}
            onChange={(event) => change({ statement_required: event.currentTarget.checked })}
          />
        )}
        <Switch
          label={t('ledgerUse.active')}
          description={t('ledgerUse.activeHint')}
          checked={ledger.active}
          onChange={(event) => change({ active: event.currentTarget.checked })}
        />
        <Select
          label={t('ledgerUse.parent')}
          placeholder={t('ledgerUse.noParent')}
          w={320}
          data={ledgers
            .filter(({ id }) => id !== ledger.id)
            .map((each) => ({ value: each.id, label: ledgerName(each) }))}
          value={ledger.parent_ledger_id}
          onChange={(parent) => change({ parent_ledger_id: parent })}
          searchable
          clearable
        />
        <Button variant="default" leftSection={<IconTrash size={14} />} onClick={remove}>
          {t('ledgerUse.remove')}
        </Button>
      </Stack>
    </section>
  )
}
