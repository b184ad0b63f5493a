import { Anchor, Button, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconFileCode, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { ScriptVersion } from '../../api-types.ts'
import { useCommands } from '../../shared/commands.ts'
import { useLoaded } from '../../shared/resource.ts'
import { LoadFailure, Nothing } from '../../shared/ui/states.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { useAccounts } from '../accounts/store.ts'
import { bankName } from './bank-name.ts'
import classes from './banks.module.css'
import { bankDetails } from './store.ts'
import { VersionsTable } from './versions-table.tsx'

type Details = NonNullable<ReturnType<typeof bankDetails.peek>>

/** One bank: how one gets in, what reads it, which accounts are there. */
export function BankPage() {
  const { t } = useTranslation()
  const { bankId = '' } = useParams()
  const { data, failure } = useLoaded(bankDetails, bankId)
  if (data) return <BankBody details={data} />
  if (failure)
    return (
      <LoadFailure what={t('banks.oneNotLoaded')} failure={failure} onRetry={() => void bankDetails.load(bankId)} />
    )
  return (
    <Stack p="lg">
      <Skeleton height={24} width={280} />
      <Skeleton height={14} width={420} />
      <Skeleton height={180} mt="md" />
    </Stack>
  )
}

function BankBody({ details: { bank, profile, versions } }: { details: Details }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const navigate = useNavigate()
  const add = () => void navigate(`/banks/${bank.id}/versions/new`)
  useCommands([{ id: 'add', label: t('scripts.add'), key: 'n', run: add }])
  const facts: [string, string][] = [
    [t('banks.columns.ways'), formats.list(profile.login_ways.map((way) => t(`banks.way.${way}`)))],
    [t('banks.login'), bank.loginUrl ?? t('banks.noLogin')],
    [t('banks.hosts'), profile.hosts.join(', ')],
    [t('banks.zone'), profile.time_zone],
  ]
  return (
    <div className={classes.scroll}>
      <div className={classes.page}>
        <div className={classes.headLine}>
          <Title order={1}>{bankName(t, bank)}</Title>
          <Button leftSection={<IconPlus size={14} />} onClick={add}>
            {t('scripts.add')}
          </Button>
        </div>
        <Text size="sm" c="dimmed">
          {bank.code} · {t(`banks.status.${bank.status}`)}
        </Text>
        <dl className={classes.facts}>
          {facts
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        <section className={classes.part} aria-label={t('banks.versions')}>
          <Title order={2} mb="xs">
            {t('banks.versions')}
          </Title>
          {versions.length === 0 ? (
            <Nothing
              icon={<IconFileCode size={28} stroke={1.5} />}
              title={t('banks.noVersions')}
              text={t('banks.noVersionsText')}
            />
          ) : (
            <VersionsTable versions={versions} />
          )}
        </section>
        <section className={classes.part} aria-label={t('banks.accounts')}>
          <Title order={2} mb="xs">
            {t('banks.accounts')}
          </Title>
          <AccountsHere code={bank.code} versions={versions} />
        </section>
      </div>
    </div>
  )
}

function AccountsHere({ code, versions }: { code: string; versions: readonly ScriptVersion[] }) {
  const { t } = useTranslation()
  const accounts = useAccounts((state) => state.accounts)?.filter(({ bank }) => bank === code) ?? []
  if (accounts.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('banks.noAccounts')}
      </Text>
    )
  return (
    <ul className={classes.accounts}>
      {accounts.map(({ id, name }) => {
        const reader = versions.find(({ used_by }) => used_by.some((account) => account.id === id))
        return (
          <li key={id}>
            <Anchor component={Link} to={`/accounts/${id}`} size="sm">
              {name}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed">
              {reader ? t('banks.readBy', { version: reader.version }) : t('banks.readByNone')}
            </Text>
          </li>
        )
      })}
    </ul>
  )
}
