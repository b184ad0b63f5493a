import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alias, AliasChange } from '../../api-types.ts'
import { plural } from '../../shared/plural.ts'
import { useLoaded } from '../../shared/resource.ts'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { AliasPractice } from './alias-practice.tsx'
import { aliasLists, changeAlias, forgetAlias } from './aliases-store.ts'
import classes from './settings.module.css'

/** Payers that people have confirmed for customers. Not part of the form: each change is saved at once. */
export function Aliases({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const { data, failure } = useLoaded(aliasLists, accountId)
  return (
    <section className={classes.aliases} aria-label={t('aliases.title')}>
      <Text size="sm" fw={500}>
        {t('aliases.title')}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {t('aliases.about')}
      </Text>
      {failure && (
        <LoadFailure what={t('aliases.notLoaded')} failure={failure} onRetry={() => void aliasLists.load(accountId)} />
      )}
      {data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('aliases.empty')}
        </Text>
      )}
      {data?.map((alias) => (
        <AliasRow key={alias.id} accountId={accountId} alias={alias} />
      ))}
    </section>
  )
}

function AliasRow({ accountId, alias }: { accountId: string; alias: Alias }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const act = useAct()
  const [isEdited, setEdited] = useState(false)
  const change = (next: AliasChange) => act(() => changeAlias(accountId, alias.id, next), t('settings.saved'))
  const use = () =>
    modals.openConfirmModal({
      title: t('aliases.useTitle'),
      children: <AliasPractice accountId={accountId} alias={alias} />,
      labels: { confirm: t('aliases.use'), cancel: t('common.cancel') },
      onConfirm: () => void change({ active: true }),
    })
  if (isEdited)
    return (
      <AliasForm
        alias={alias}
        onCancel={() => setEdited(false)}
        onSave={async (next) => {
          if (await change(next)) setEdited(false)
        }}
      />
    )
  return (
    <div className={classes.alias}>
      <div>
        <div>
          <strong>{alias.payer}</strong> {t('aliases.pays')} <strong>{alias.customer}</strong>
        </div>
        <Text size="xs" c="dimmed">
          {t(`aliases.state.${alias.state}`)} · {t('aliases.confirmed', plural(alias.confirmations, formats.number))}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap">
        {alias.state === 'on' ? (
          <Button size="compact-sm" variant="default" onClick={() => void change({ active: false })}>
            {t('aliases.stop')}
          </Button>
        ) : (
          <Button size="compact-sm" variant="light" onClick={use}>
            {t('aliases.use')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={() => setEdited(true)}>
          {t('aliases.edit')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => void act(() => forgetAlias(accountId, alias.id), t('aliases.forgotten'))}
        >
          {t('aliases.forget')}
        </Button>
      </Group>
    </div>
  )
}

interface FormProps {
  alias: Alias
  onSave: (next: AliasChange) => void
  onCancel: () => void
}

function AliasForm({ alias, onSave, onCancel }: FormProps) {
  const { t } = useTranslation()
  const [payer, setPayer] = useState(alias.payer)
  const [customer, setCustomer] = useState(alias.customer)
  return (
    <Stack gap="xs" py="xs">
      <TextInput
        label={t('aliases.payer')}
        value={payer}
        onChange={(event) => setPayer(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={t('aliases.customer')}
        value={customer}
        onChange={(event) => setCustomer(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button disabled={payer.trim() === '' || customer.trim() === ''} onClick={() => onSave({ payer, customer })}>
          {t('aliases.save')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
