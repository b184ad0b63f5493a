import { Button, Group, Stack, Switch, Text, Textarea, TextInput, Title } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../../api.ts'
import { useAct } from '../../shared/use-act.ts'
import { loadBooks } from '../books/store.ts'
import type { Ledger } from '../reconciliation/ledger-api.ts'
import { Day } from '../reconciliation/sum.tsx'
import { AskDialog } from '../reconciliation/worklist/dialogs.tsx'
import { LedgerUse } from './ledger-use.tsx'
import { MatchingProfile } from './matching-profile.tsx'
import classes from './rules.module.css'

const guards = ['score', 'amount', 'evidence', 'rival', 'window', 'simple', 'discrepancy', 'rejected'] as const

/** What a ledger may do by itself, and up to where its bookings are closed. */
export function LedgerSettings({ ledger }: { ledger: Ledger }) {
  return (
    <Stack p={20} gap="xl" maw={720}>
      {ledger.is_reconcilable && <Unattended ledger={ledger} />}
      <ClosedPeriod ledger={ledger} />
      {ledger.is_reconcilable && <MatchingProfile key={ledger.id} ledger={ledger} />}
      <LedgerUse ledger={ledger} />
    </Stack>
  )
}

/** Off by default; the guards are said before it is switched on (6.9). */
function Unattended({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation()
  const act = useAct()
  const change = (unattended: boolean) =>
    void act(
      async () => {
        await api.bookWork.changeLedger(ledger.id, { unattended, version: ledger.version })
        await loadBooks()
      },
      t(unattended ? 'unattended.isOn' : 'unattended.isOff'),
    )
  return (
    <section aria-label={t('unattended.title')}>
      <Title order={2} mb={4}>
        {t('unattended.title')}
      </Title>
      <Text size="sm" mb="sm">
        {t('unattended.text')}
      </Text>
      <Switch
        label={t('unattended.switch')}
        description={t(ledger.unattended ? 'unattended.on' : 'unattended.off')}
        checked={ledger.unattended}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      <Text size="sm" fw={600} mt="md">
        {t('unattended.guards')}
      </Text>
      <ul className={classes.guards}>
        {guards.map((name) => (
          <li key={name}>{t(`unattended.guard.${name}`)}</li>
        ))}
      </ul>
      <Text size="sm" mt="sm" c="dimmed">
        {t('unattended.listed')}
      </Text>
      <Button component={Link} to={`/books/rules?ledger=${ledger.id}`} variant="subtle" mt="xs" px={0}>
        {t('unattended.rules')}
      </Button>
    </section>
  )
}

/** No booking on or before this day; an earlier day is set again only with a reason. */
function ClosedPeriod({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  return (
    <section aria-label={t('period.title')}>
      <Title order={2} mb={4}>
        {t('period.title')}
      </Title>
      <Text size="sm" mb="sm">
        {t('period.text')}
      </Text>
      <Group gap="md">
        <Text size="sm" fw={600} component="div">
          {ledger.locked_until === null ? (
            t('period.none')
          ) : (
            <>
              <IconLock size={14} style={{ verticalAlign: -2, marginInlineEnd: 6 }} aria-hidden />
              {t('period.until')} <Day day={ledger.locked_until} />
            </>
          )}
        </Text>
        <Button
          variant="default"
          leftSection={ledger.locked_until === null ? <IconLock size={14} /> : <IconLockOpen size={14} />}
          onClick={() => setAsking(true)}
        >
          {t(ledger.locked_until === null ? 'period.close' : 'period.change')}
        </Button>
      </Group>
      {asking && <PeriodDialog ledger={ledger} onClose={() => setAsking(false)} />}
    </section>
  )
}

function PeriodDialog({ ledger, onClose }: { ledger: Ledger; onClose: () => void }) {
  const { t } = useTranslation()
  const before = ledger.locked_until
  const [day, setDay] = useState(before ?? '')
  const [reason, setReason] = useState('')
  const reopens = before !== null && day < before
  const ready = day !== (before ?? '') && (!reopens || reason.trim() !== '')
  return (
    <AskDialog
      title={t('period.title')}
      confirm={t(reopens ? 'period.reopen' : 'period.close')}
      ready={ready}
      onClose={onClose}
      onConfirm={async () => {
        await api.bookWork.changeLedger(ledger.id, {
          locked_until: day === '' ? null : day,
          version: ledger.version,
          ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        })
        await loadBooks()
      }}
    >
      <TextInput
        type="date"
        label={t('period.lastDay')}
        description={t('period.lastDayHint')}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        label={t(reopens ? 'period.reason' : 'period.reasonOptional')}
        description={t('closing.reopenHint')}
        required={reopens}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </AskDialog>
  )
}
