import { Anchor, Group } from '@mantine/core'
import type { TFunction } from 'i18next'
import { Link } from 'react-router'
import type { Account, Mode } from '../../api-types.ts'
import type { Formats } from '../../shared/formats.ts'
import type { Column } from '../../shared/table/column.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { WaitingBadge } from '../assistance/waiting-badge.tsx'
import { bankName } from '../banks/bank-name.ts'
import { AccountStatus } from './account-status.tsx'
import classes from './accounts.module.css'
import { AttentionBadge } from './attention-badge.tsx'

interface Context {
  readonly t: TFunction
  readonly formats: Formats
  readonly mode: Mode | null
  readonly queued: ReadonlySet<string>
}

/** One row an account: who, what it is doing, what came in, what is open. */
export const accountColumns = ({ t, formats, mode, queued }: Context): Column<Account>[] => [
  {
    id: 'name',
    header: t('accounts.columns.name'),
    width: 'minmax(150px, 1.2fr)',
    cell: (account) => (
      <span className={classes.name} title={account.name}>
        {account.name}
      </span>
    ),
  },
  {
    id: 'bank',
    header: t('accounts.columns.bank'),
    width: 'minmax(80px, 1fr)',
    from: 640,
    cell: (account) => {
      const bank = bankName(t, { code: account.bank, name: account.bank_name })
      return <span title={bank}>{bank}</span>
    },
  },
  {
    id: 'mode',
    header: t('accounts.columns.mode'),
    width: '132px',
    from: 1000,
    cell: () => (mode === null ? '' : t(`mode.${mode}`)),
  },
  {
    id: 'status',
    header: t('accounts.columns.status'),
    width: 'minmax(190px, 1.9fr)',
    cell: (account) => (
      <Group gap="xs" wrap="nowrap">
        <AccountStatus account={account} queued={queued.has(account.id)} />
        <WaitingBadge accountId={account.id} />
        <AttentionBadge account={account} />
      </Group>
    ),
  },
  {
    id: 'today',
    header: t('accounts.columns.today'),
    width: 'minmax(110px, 0.9fr)',
    align: 'end',
    from: 820,
    cell: ({ movements_today: today }) => {
      const [first, ...rest] = today
      if (!first) return <span className={classes.none}>–</span>
      const count = today.reduce((sum, { count }) => sum + count, 0)
      return (
        <span title={today.map(({ sum, currency }) => `${formats.money(sum)} ${currency}`).join('\n')}>
          <span className={classes.none}>{formats.number(count)} · </span>
          <Amount amount={first.sum} currency={first.currency} />
          {rest.length > 0 && <span className={classes.none}> +{rest.length}</span>}
        </span>
      )
    },
  },
  ...(mode === 'reconcile'
    ? [
        {
          id: 'open',
          header: t('accounts.columns.open'),
          width: '104px',
          align: 'end' as const,
          cell: ({ id, open_requests, ambiguous_requests }: Account) => (
            <span>
              {ambiguous_requests > 0 && (
                <Anchor
                  component={Link}
                  to={`/accounts/${id}/requests?status=ambiguous`}
                  onClick={(event) => event.stopPropagation()}
                  inherit
                  c="var(--ask)"
                  title={t('accounts.ambiguous', { n: formats.number(ambiguous_requests) })}
                >
                  {formats.number(ambiguous_requests)} ?
                </Anchor>
              )}{' '}
              {formats.number(open_requests)}
            </span>
          ),
        },
      ]
    : []),
]
