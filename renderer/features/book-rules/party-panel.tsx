import { Anchor, Button, Group, NumberInput, Select, Skeleton, Text, TextInput, Title } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../../api.ts'
import { useLoaded } from '../../shared/resource.ts'
import { Panel } from '../../shared/ui/panel.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import type { Party, PartyInput } from '../book-lists/books-api.ts'
import { partiesChanged, partyDetails, partyList } from '../book-lists/store.ts'
import { ledgerName, useBooks } from '../books/store.ts'
import { KnownBy } from './known-by.tsx'

/** One counterparty: how it is called on statements, from where it pays, what is usual for it. */
export function PartyPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { data: party, failure } = useLoaded(partyDetails, id)
  return (
    <Panel
      label={t('names.one')}
      onClose={onClose}
      title={
        party ? (
          <Text fw={600} size="lg" truncate>
            {party.name}
          </Text>
        ) : (
          <Skeleton height={20} width={180} mt={4} />
        )
      }
    >
      {failure && !party && (
        <LoadFailure what={t('names.oneNotLoaded')} failure={failure} onRetry={() => void partyDetails.load(id)} />
      )}
      {!party && !failure && <Skeleton height={160} />}
      {party && <PartyBody key={party.version} party={party} onClose={onClose} />}
    </Panel>
  )
}

function PartyBody({ party, onClose }: { party: Party; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  const ledgers = useBooks((state) => state.ledgers)
  const change = (input: PartyInput) =>
    act(async () => {
      partyDetails.set(party.id, await api.bookWork.changeParty(party.id, { ...input, version: party.version }))
      partiesChanged()
    })
  const forget = () =>
    modals.openConfirmModal({
      title: t('names.forgetTitle', { name: party.name }),
      children: <Text size="sm">{t('names.forgetText')}</Text>,
      labels: { confirm: t('names.forget'), cancel: t('common.cancel') },
      onConfirm: () =>
        void act(async () => {
          await api.bookWork.removeParty(party.id)
          onClose()
          partyList.refresh()
        }, t('names.forgotten')),
    })
  return (
    <>
      <Rename party={party} onChange={change} />
      <Title order={2} mt="lg" mb={6}>
        {t('names.aliases')}
      </Title>
      <Text size="xs" c="dimmed" mb={6}>
        {t('names.aliasesHint')}
      </Text>
      <KnownBy
        label={t('names.addAlias')}
        rows={party.aliases.map(({ text, ...rest }) => ({ name: text, ...rest }))}
        onChange={(rows) => change({ aliases: rows.map(({ name, active }) => ({ text: name, active })) })}
      />
      <Title order={2} mt="lg" mb={6}>
        {t('names.accounts')}
      </Title>
      <Text size="xs" c="dimmed" mb={6}>
        {t('names.accountsHint')}
      </Text>
      <KnownBy
        label={t('names.addAccount')}
        rows={party.accounts.map(({ identifier, ...rest }) => ({ name: identifier, ...rest }))}
        onChange={(rows) => change({ accounts: rows.map(({ name, active }) => ({ identifier: name, active })) })}
      />
      <Title order={2} mt="lg" mb={6}>
        {t('names.usual')}
      </Title>
      <Group grow align="flex-start">
        <NumberInput
          label={t('names.lag')}
          description={t('names.lagHint')}
          min={-365}
          max={365}
          allowDecimal={false}
          defaultValue={party.usual_lag_days ?? ''}
          onBlur={(event) => {
            const text = event.currentTarget.value.trim()
            const days = text === '' ? null : Number(text)
            if (days !== party.usual_lag_days) void change({ usual_lag_days: days })
          }}
        />
        <Select
          label={t('names.usualLedger')}
          description={t('names.usualLedgerHint')}
          data={(ledgers ?? []).map((ledger) => ({ value: ledger.id, label: ledgerName(ledger) }))}
          value={party.usual_ledger_id}
          onChange={(ledger) => void change({ usual_ledger_id: ledger })}
          searchable
          clearable
        />
      </Group>
      {party.usual_deduction?.per_mille !== undefined && (
        <Text size="sm" mt="sm">
          {t('names.deduction', { percent: party.usual_deduction.per_mille / 10 })}
        </Text>
      )}
      <Group mt="xl" justify="space-between">
        <Anchor component={Link} to={`/books/history?of=${party.id}`} size="xs">
          {t('history.ofThis')}
        </Anchor>
        <Button variant="default" leftSection={<IconTrash size={14} />} onClick={forget}>
          {t('names.forget')}
        </Button>
      </Group>
    </>
  )
}

function Rename({ party, onChange }: { party: Party; onChange: (input: PartyInput) => Promise<boolean> }) {
  const { t } = useTranslation()
  const [name, setName] = useState(party.name)
  const isNew = name.trim() !== '' && name.trim() !== party.name
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isNew) void onChange({ name: name.trim() })
      }}
    >
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          label={t('names.name')}
          maxLength={200}
          flex={1}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!isNew}>
          {t('common.save')}
        </Button>
      </Group>
    </form>
  )
}
