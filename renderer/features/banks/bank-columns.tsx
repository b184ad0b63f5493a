import type { TFunction } from 'i18next'
import type { Account, Script } from '../../api-types.ts'
import type { Formats } from '../../shared/formats.ts'
import type { Column } from '../../shared/table/column.ts'
import { type MarkKind, StatusMark } from '../../shared/ui/status-mark.tsx'
import { bankName } from './bank-name.ts'
import classes from './banks.module.css'
import type { BankEntry } from './store.ts'

const marks: Record<BankEntry['status'], MarkKind> = {
  pending: 'waiting',
  onboarding: 'working',
  ready: 'done',
  failed: 'failed',
}

interface Context {
  readonly t: TFunction
  readonly formats: Formats
  readonly scripts: readonly Script[]
  readonly accounts: readonly Account[]
}

const none = <span className={classes.none}>–</span>

/** One row a bank: how one gets in, what reads it, who uses it. */
export const bankColumns = ({ t, formats, scripts, accounts }: Context): Column<BankEntry>[] => {
  const ofBank = ({ id }: BankEntry) => scripts.filter((script) => script.bank_id === id)
  return [
    {
      id: 'bank',
      header: t('banks.columns.bank'),
      width: 'minmax(200px, 1.5fr)',
      cell: (bank) => (
        <span title={`${bankName(t, bank)} (${bank.code})`}>
          <span className={classes.name}>{bankName(t, bank)}</span> <span className={classes.none}>{bank.code}</span>
        </span>
      ),
    },
    {
      id: 'ways',
      header: t('banks.columns.ways'),
      width: 'minmax(170px, 1.6fr)',
      from: 760,
      cell: ({ profile }) => {
        const ways = profile?.login_ways.map((way) => t(`banks.way.${way}`)) ?? []
        return ways.length === 0 ? none : <span title={ways.join(', ')}>{ways.join(', ')}</span>
      },
    },
    {
      id: 'status',
      header: t('banks.columns.status'),
      width: '130px',
      cell: ({ status }) => <StatusMark kind={marks[status]}>{t(`banks.status.${status}`)}</StatusMark>,
    },
    {
      id: 'active',
      header: t('banks.columns.active'),
      width: '110px',
      from: 620,
      cell: (bank) => {
        const active = ofBank(bank).filter(({ status }) => status === 'active')
        return active.length === 0 ? none : formats.list(active.map(({ version }) => version))
      },
    },
    {
      id: 'versions',
      header: t('banks.columns.versions'),
      width: '90px',
      align: 'end',
      from: 620,
      cell: (bank) => formats.number(ofBank(bank).length),
    },
    {
      id: 'accounts',
      header: t('banks.columns.accounts'),
      width: 'minmax(110px, 1.3fr)',
      from: 960,
      cell: ({ code }) => {
        const names = accounts.filter((account) => account.bank === code).map(({ name }) => name)
        return names.length === 0 ? none : <span title={names.join('\n')}>{names.join(', ')}</span>
      },
    },
    {
      id: 'address',
      header: t('banks.columns.address'),
      width: 'minmax(140px, 1fr)',
      optional: true,
      cell: ({ loginUrl }) => (loginUrl === null ? none : <span title={loginUrl}>{loginUrl}</span>),
    },
  ]
}
