import { ActionIcon, Button, Text, Tooltip } from '@mantine/core'
import { IconBook2, IconBuildingBank, IconFileImport, IconListCheck, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ListPlace } from '../../shared/list/list-place.tsx'
import { ListToolbar } from '../../shared/list/list-toolbar.tsx'
import { useSorting } from '../../shared/list/use-sorting.ts'
import type { Column } from '../../shared/table/column.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { sortedRows } from '../../shared/table/sorting.ts'
import { today } from '../../shared/today.ts'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { ExportMenu } from '../book-lists/export-menu.tsx'
import { isZero } from '../reconciliation/amounts.ts'
import type { BookAccount, Money } from '../reconciliation/ledger-api.ts'
import { Day, Sum } from '../reconciliation/sum.tsx'
import { BooksTabs } from './books-tabs.tsx'
import { FirstSteps } from './first-steps.tsx'
import { ledgerName, loadBooks, useBooks } from './store.ts'
import { useDialog } from './use-dialog.ts'

/** Statement less books; null while no statement is there. */
export function differenceOf({ last_statement_balance: statement, ledger }: BookAccount): Money | null {
  if (statement === null) return null
  return { ...statement, amount: String(BigInt(statement.amount) - BigInt(ledger.balance_posted.amount)) }
}

/** Books: every reconcilable ledger with how far it is proved, what the bank says and what the books say. */
export function AccountsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { number } = useFormats()
  const { accounts, failure } = useBooks()
  const dialog = useDialog()

  const columns = useMemo(
    (): Column<BookAccount>[] => [
      {
        id: 'account',
        header: t('books.account'),
        width: 'minmax(150px, 2fr)',
        sort: 'ledger.code',
        by: ({ ledger }) => ledgerName(ledger),
        file: 'ledger.code ledger.description ledger.currency_code',
        cell: ({ ledger }) => (
          <span title={ledger.account_identifiers.map(({ value }) => value).join(', ')}>{ledgerName(ledger)}</span>
        ),
      },
      {
        id: 'proved',
        header: t('books.provedUntil'),
        width: 'minmax(160px, 1fr)',
        from: 720,
        sort: 'proved_until',
        by: ({ proved_until: day }) => day,
        file: 'proved_until',
        cell: ({ proved_until: day }) =>
          day === null ? (
            <StatusMark kind="nothing">{t('books.neverProved')}</StatusMark>
          ) : (
            <StatusMark kind="done">
              <Day day={day} />
            </StatusMark>
          ),
      },
      {
        id: 'statement',
        header: t('books.statementBalance'),
        width: 'minmax(110px, 1fr)',
        align: 'end',
        sort: 'last_statement_balance',
        by: ({ last_statement_balance: balance }) => balance && BigInt(balance.amount),
        file: 'last_statement_balance',
        cell: ({ last_statement_balance: balance }) => <Sum value={balance} />,
      },
      {
        id: 'books',
        header: t('books.bookBalance'),
        width: 'minmax(110px, 1fr)',
        align: 'end',
        sort: 'ledger.balance_posted',
        by: ({ ledger }) => BigInt(ledger.balance_posted.amount),
        file: 'ledger.balance_posted',
        cell: ({ ledger }) => <Sum value={ledger.balance_posted} />,
      },
      {
        id: 'difference',
        header: t('books.difference'),
        width: 'minmax(100px, 1fr)',
        align: 'end',
        cell: (account) => <Difference value={differenceOf(account)} />,
      },
      {
        id: 'next',
        header: t('books.nextStatement'),
        width: '130px',
        from: 980,
        sort: 'next_statement_date',
        by: ({ next_statement_date: day }) => day,
        file: 'next_statement_date',
        cell: ({ next_statement_date: day }) =>
          day !== null && day < today() ? (
            <StatusMark kind="late">
              <span title={t('books.statementLate')}>
                <Day day={day} />
              </span>
            </StatusMark>
          ) : (
            <Day day={day} />
          ),
      },
      {
        id: 'open',
        header: t('books.openSides'),
        width: '160px',
        align: 'end',
        from: 760,
        sort: 'open_items',
        by: ({ unreconciled_count: count }) => count,
        file: 'open_items open_entries unreconciled_amount',
        cell: ({ open_items: items, open_entries: entries }) => (
          <span title={t('books.openBoth', { items: number(items), entries: number(entries) })}>
            {number(items)} · {number(entries)}
          </span>
        ),
      },
    ],
    [t, number],
  )
  const sorting = useSorting(columns)
  const shown = useMemo(
    () => accounts && sortedRows(accounts, columns, sorting.sort),
    [accounts, columns, sorting.sort],
  )
  const table = { name: 'books', columns }
  const reconcile = (account: BookAccount) =>
    account.open_run_id === null
      ? dialog.show('import', account.ledger.id)
      : void navigate(`/books/runs/${account.open_run_id}`)

  if (accounts?.length === 0) return <FirstSteps />
  return (
    <>
      <BooksTabs />
      <ListPlace
        what={t('books.notLoaded')}
        failure={accounts === null ? failure : null}
        onRetry={() => void loadBooks()}
        toolbar={
          <ListToolbar lead={<Text c="dimmed">{t('books.dropHint')}</Text>} total={null} table={table}>
            <ExportMenu path="/accounts" name={t('books.accountsFile')} table={table} sorting={sorting} />
            <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => dialog.show('ledger')}>
              {t('books.addLedger')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconBuildingBank size={14} />}
              onClick={() => dialog.show('movements')}
            >
              {t('movementRun.short')}
            </Button>
            <Button leftSection={<IconFileImport size={14} />} onClick={() => dialog.show('import')}>
              {t('books.import')}
            </Button>
          </ListToolbar>
        }
        table={
          <DataTable
            label={t('books.accounts')}
            name="books"
            columns={columns}
            sorting={sorting}
            total={shown?.length ?? null}
            rowAt={(index) => shown?.[index]}
            rowId={({ ledger }) => ledger.id}
            onOpen={({ ledger }) => void navigate(`/books/ledgers/${ledger.id}`)}
            actions={(account, marked) => (
              <>
                <Action
                  label={t(account.open_run_id === null ? 'books.import' : 'books.goOn')}
                  icon={account.open_run_id === null ? <IconFileImport size={16} /> : <IconListCheck size={16} />}
                  reachable={marked}
                  onClick={() => reconcile(account)}
                />
                <Action
                  label={t('books.openLedger')}
                  icon={<IconBook2 size={16} />}
                  reachable={marked}
                  onClick={() => void navigate(`/books/ledgers/${account.ledger.id}`)}
                />
              </>
            )}
            empty={null}
          />
        }
        panel={null}
      />
    </>
  )
}

function Action(props: { label: string; icon: React.ReactNode; reachable: boolean; onClick: () => void }) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon aria-label={props.label} tabIndex={props.reachable ? 0 : -1} onClick={props.onClick}>
        {props.icon}
      </ActionIcon>
    </Tooltip>
  )
}

/** A difference of nought is said, not only shown. */
export function Difference({ value }: { value: Money | null }) {
  return (
    <span style={value === null || isZero(value) ? undefined : { color: 'var(--bad)', fontWeight: 600 }}>
      <Sum value={value} />
    </span>
  )
}
