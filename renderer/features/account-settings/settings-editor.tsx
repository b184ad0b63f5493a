import { useHotkeys } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { Account, AccountSettings, Mode } from '../../api-types.ts'
import { useAct } from '../../shared/use-act.ts'
import { deleteAccount, pollNow } from '../accounts/store.ts'
import { completenessOf } from './check.ts'
import { CredentialsSection } from './credentials-section.tsx'
import { DangerSection } from './danger-section.tsx'
import { type Field, sectionOf, sectionsOf } from './form.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { MatchingSection } from './matching-section.tsx'
import { NotificationsSection } from './notifications-section.tsx'
import { OrdersSection } from './orders-section.tsx'
import { reveal } from './reveal.ts'
import { SaveBar } from './save-bar.tsx'
import { SectionLinks } from './section-links.tsx'
import { SessionSection } from './session-section.tsx'
import classes from './settings.module.css'
import { sendTest } from './store.ts'
import { useSave } from './use-save.ts'
import { useSettingsForm } from './use-settings-form.ts'
import { WebhookSection } from './webhook-section.tsx'

interface Props {
  account: Account
  saved: AccountSettings | null
  mode: Mode | null
}

/** All settings of an account with one Save, as the save replaces all of them (spec 6.4). */
export function SettingsEditor({ account, saved, mode }: Props) {
  const { t } = useTranslation()
  const act = useAct()
  const navigate = useNavigate()
  const { section } = useParams()
  const form = useSettingsForm(saved, mode)
  const { submit, busy, failure } = useSave(account.id, form)
  const deleted = useRef(false)
  const home = `/accounts/${account.id}/settings`
  const sections = sectionsOf(mode, account.by_file)
  const values = form.getValues()
  const known = { mode, hasCredentials: saved?.bank_username != null }
  const dirty = form.isDirty()
  // What talks to the outside uses the saved settings, so it waits until the form is saved.
  const usable = saved !== null && !dirty
  const completeness = (name: (typeof sections)[number]) => completenessOf(name, values, known)

  useEffect(() => {
    const named = sectionsOf(mode, account.by_file).find((each) => each === section)
    if (named) reveal(named, false)
  }, [section, mode, account.by_file])
  useHotkeys([['mod+S', () => submit()]], [])

  const remove = async () => {
    deleted.current = await act(
      () => deleteAccount(account.id, account.name),
      t('settings.deleted', { name: account.name }),
    )
    if (deleted.current) void navigate('/accounts')
  }
  return (
    <div className={classes.page}>
      {dirty && <LeaveGuard lets={() => deleted.current} home={home} />}
      <SectionLinks
        base={home}
        sections={sections.map((name) => ({
          name,
          completeness: completeness(name),
          hasError: Object.keys(form.errors).some((field) => sectionOf(field as Field) === name),
        }))}
      />
      <form className={classes.body} onSubmit={submit} noValidate aria-label={t('accounts.tabs.settings')}>
        {sections.includes('credentials') && (
          <>
            <CredentialsSection
              form={form}
              completeness={completeness('credentials')}
              hasPassword={known.hasCredentials}
            />
            <SessionSection form={form} account={account} />
          </>
        )}
        {sections.includes('orders') && (
          <OrdersSection
            form={form}
            completeness={completeness('orders')}
            onPoll={usable ? () => void act(() => pollNow(account.id), t('accounts.pollAsked')) : null}
          />
        )}
        {sections.includes('matching') && (
          <MatchingSection form={form} account={account} completeness={completeness('matching')} />
        )}
        <WebhookSection
          form={form}
          completeness={completeness('webhook')}
          mode={mode}
          onTest={usable ? () => sendTest(account.id) : null}
        />
        <NotificationsSection form={form} completeness={completeness('notifications')} />
        <DangerSection name={account.name} onDelete={remove} />
        <SaveBar
          dirty={dirty}
          everSaved={saved !== null}
          busy={busy}
          failure={failure}
          onDiscard={() => form.reset()}
        />
      </form>
    </div>
  )
}
