import { Button, Group, Skeleton, Tabs, Text, Title } from '@mantine/core'
import { IconBuildingBank, IconFileImport, IconPencil, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { HistoryView } from '../book-history/history-view.tsx'
import { LedgerSettings } from '../book-rules/ledger-settings.tsx'
import { Day, Sum } from '../reconciliation/sum.tsx'
import { Difference, differenceOf } from './accounts-page.tsx'
import { Ageing } from './ageing.tsx'
import classes from './books.module.css'
import { LedgerEntries } from './ledger-entries.tsx'
import { LinkedAccount } from './linked-account.tsx'
import { RunTable } from './run-table.tsx'
import { ledgerName, loadBooks, useBooks } from './store.ts'
import { useDialog } from './use-dialog.ts'

/** One ledger: its entries with what of them is open, how old that is, and its runs. */
export function LedgerPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { ledgerId = '', tab = 'entries' } = useParams()
  const dialog = useDialog()
  const { ledgers, accounts, failure } = useBooks()
  const ledger = ledgers?.find(({ id }) => id === ledgerId)
  const account = accounts?.find((each) => each.ledger.id === ledgerId)
  if (!ledger)
    return failure ? (
      <LoadFailure what={t('books.notLoaded')} failure={failure} onRetry={() => void loadBooks()} />
    ) : ledgers === null ? (
      <Skeleton m={20} height={48} />
    ) : (
      <Text p={20}>{t('books.noLedger')}</Text>
    )
  return (
    <>
      <div className={classes.head}>
        <div className={classes.title}>
          <Title order={1}>{ledgerName(ledger)}</Title>
          <Text size="sm" c="dimmed" component="div">
            {[
              t(`books.types.${ledger.type}`),
              ledger.currency_code,
              ...ledger.account_identifiers.map(({ value }) => value),
            ].join(' · ')}
            {ledger.is_reconcilable && <LinkedAccount ledgerId={ledger.id} />}
            {ledger.locked_until !== null && (
              <>
                {' · '}
                {t('period.until')} <Day day={ledger.locked_until} />
              </>
            )}
          </Text>
        </div>
        <dl className={classes.figures}>
          {account && (
            <Figure label={t('books.statementBalance')}>
              <Sum value={account.last_statement_balance} />
            </Figure>
          )}
          <Figure label={t('books.bookBalance')}>
            <Sum value={ledger.balance_posted} />
          </Figure>
          {account && (
            <Figure label={t('books.difference')}>
              <Difference value={differenceOf(account)} />
            </Figure>
          )}
        </dl>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPencil size={14} />}
            onClick={() => dialog.show('ledger', ledger.id)}
          >
            {t('books.change')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => dialog.show('journal', ledger.id)}
          >
            {t('books.addJournal')}
          </Button>
          {ledger.is_reconcilable &&
            (account?.open_run_id ? (
              <Button onClick={() => void navigate(`/books/runs/${account.open_run_id}`)}>{t('books.goOn')}</Button>
            ) : (
              <>
                <Button
                  variant="default"
                  leftSection={<IconBuildingBank size={14} />}
                  onClick={() => dialog.show('movements', ledger.id)}
                >
                  {t('movementRun.short')}
                </Button>
                <Button leftSection={<IconFileImport size={14} />} onClick={() => dialog.show('import', ledger.id)}>
                  {t('books.import')}
                </Button>
              </>
            ))}
        </Group>
      </div>
      <Ageing ledgerId={ledger.id} />
      <Tabs value={tab} onChange={(to) => void navigate(`/books/ledgers/${ledger.id}/${to}`, { replace: true })}>
        <Tabs.List px={20}>
          <Tabs.Tab value="entries">{t('books.entries')}</Tabs.Tab>
          {ledger.is_reconcilable && <Tabs.Tab value="runs">{t('books.runs')}</Tabs.Tab>}
          <Tabs.Tab value="history">{t('bookTabs.history')}</Tabs.Tab>
          <Tabs.Tab value="settings">{t('bookTabs.settings')}</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      {tab === 'runs' ? (
        <RunTable ledgerId={ledger.id} />
      ) : tab === 'history' ? (
        <HistoryView ledgerId={ledger.id} />
      ) : tab === 'settings' ? (
        <LedgerSettings ledger={ledger} />
      ) : (
        <LedgerEntries ledgerId={ledger.id} />
      )}
    </>
  )
}

function Figure({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
