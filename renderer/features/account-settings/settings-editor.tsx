import { Alert, Button, Kbd, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { Account, AccountSettings, Mode } from '../../api-types.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { useAct } from '../../shared/use-act.ts'
import { deleteAccount, pollNow } from '../accounts/store.ts'
import { commandKey } from '../shell/command-key.ts'
import { completenessOf } from './check.ts'
import { CredentialsSection } from './credentials-section.tsx'
import { DangerSection } from './danger-section.tsx'
import { fieldOfFailure, firstSection, type SectionName, sectionOf, sectionsOf, valuesOf } from './form.ts'
import { NotificationsSection } from './notifications-section.tsx'
import { OrdersSection } from './orders-section.tsx'
import { SectionLinks } from './section-links.tsx'
import { SessionSection } from './session-section.tsx'
import classes from './settings.module.css'
import { saveSettings, sendTest } from './store.ts'
import { useSettingsForm } from './use-settings-form.ts'
import { WebhookSection } from './webhook-section.tsx'

interface Props {
  account: Account
  saved: AccountSettings | null
  mode: Mode | null
}

const reveal = (section: SectionName, focusField: boolean) => {
  const element = document.getElementById(`settings-${section}`)
  element?.scrollIntoView({ block: 'start' })
  const invalid = focusField ? element?.querySelector<HTMLElement>('[aria-invalid="true"]') : null
  ;(invalid ?? element)?.focus({ preventScroll: invalid === null })
}

/** All settings of an account with one Save, as the save replaces all of them (spec 6.4). */
export function SettingsEditor({ account, saved, mode }: Props) {
  const { t } = useTranslation()
  const act = useAct()
  const navigate = useNavigate()
  const failureText = useFailureText()
  const { section } = useParams()
  const form = useSettingsForm(saved, mode)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const wanted = useRef<SectionName | null>(null)
  const sections = sectionsOf(mode)
  const values = form.getValues()
  const known = { mode, hasCredentials: saved?.bank_username != null }
  const dirty = form.isDirty()

  useEffect(() => {
    const named = sectionsOf(mode).find((each) => each === section)
    if (named) reveal(named, false)
  }, [section, mode])

  useEffect(() => {
    if (wanted.current === null) return
    reveal(wanted.current, true)
    wanted.current = null
  })

  const submit = form.onSubmit(
    async (entered) => {
      setBusy(true)
      setFailure(null)
      const done = await act(async () => {
        try {
          const next = valuesOf(await saveSettings(account.id, entered))
          form.setInitialValues(next)
          form.setValues(next)
        } catch (error) {
          const refused = asFailure(error)
          const field = fieldOfFailure(refused)
          // The words stand at the field where it can be found, else above the Save.
          if (field === null) setFailure(refused)
          else {
            form.setFieldError(field, failureText(refused))
            wanted.current = sectionOf(field)
          }
          throw refused
        }
      })
      setBusy(false)
      if (done) setFailure(null)
    },
    (errors) => {
      wanted.current = firstSection(Object.keys(errors))
    },
  )
  useHotkeys([['mod+S', () => submit()]], [])

  const savedOnly = dirty || saved === null
  return (
    <div className={classes.page}>
      <SectionLinks
        base={`/accounts/${account.id}/settings`}
        sections={sections.map((name) => ({
          name,
          completeness: completenessOf(name, values, known),
          hasError: Object.keys(form.errors).some((field) => sectionOf(field as keyof typeof values) === name),
        }))}
      />
      <form className={classes.body} onSubmit={submit} noValidate aria-label={t('accounts.tabs.settings')}>
        <CredentialsSection
          form={form}
          completeness={completenessOf('credentials', values, known)}
          hasPassword={known.hasCredentials}
        />
        <SessionSection form={form} />
        {sections.includes('orders') && (
          <OrdersSection
            form={form}
            completeness={completenessOf('orders', values, known)}
            onPoll={savedOnly ? null : () => void act(() => pollNow(account.id), t('accounts.pollAsked'))}
          />
        )}
        <WebhookSection
          form={form}
          completeness={completenessOf('webhook', values, known)}
          mode={mode}
          onTest={savedOnly ? null : () => sendTest(account.id)}
        />
        <NotificationsSection form={form} completeness={completenessOf('notifications', values, known)} />
        <DangerSection
          name={account.name}
          onDelete={async () => {
            const done = await act(
              () => deleteAccount(account.id, account.name),
              t('settings.deleted', { name: account.name }),
            )
            if (done) void navigate('/accounts')
          }}
        />
        <div className={classes.saveBar}>
          <Button type="submit" loading={busy} disabled={!dirty && saved !== null}>
            {t('common.save')}
          </Button>
          {dirty && (
            <Button variant="subtle" onClick={() => form.reset()}>
              {t('settings.discard')}
            </Button>
          )}
          <Text size="xs" c="dimmed">
            {dirty ? t('settings.unsaved') : saved === null ? t('settings.neverSaved') : t('settings.allSaved')}
          </Text>
          {failure && (
            <Alert color="red" variant="light" py={4} role="alert">
              {failureText(failure)}
            </Alert>
          )}
          <Text size="xs" c="dimmed" ml="auto">
            <Kbd size="xs">{commandKey} S</Kbd>
          </Text>
        </div>
      </form>
    </div>
  )
}
