import { NumberInput, Skeleton, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProductSettings } from '../../api-types.ts'
import type { Failure } from '../../shared/failure.ts'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { PreferenceSection } from './preference-section.tsx'
import { SigningSecret } from './signing-secret.tsx'

interface Props {
  settings: ProductSettings | null
  failure: Failure | null
  onRetry: () => void
  onChange: (change: Partial<ProductSettings>) => Promise<boolean>
}

const minute = 60

/** How often the program works and what it may reach; each change is saved at once. */
export function ProgramSection({ settings, failure, onRetry, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <PreferenceSection title={t('preferences.program')} text={t('preferences.programText')}>
      {failure && !settings && <LoadFailure what={t('preferences.notLoaded')} failure={failure} onRetry={onRetry} />}
      {!settings && !failure && <Skeleton height={120} />}
      {settings && (
        <>
          <Minutes
            label={t('preferences.readEvery')}
            description={t('preferences.readEveryHint')}
            seconds={settings.scrape_interval_seconds}
            onChange={(scrape_interval_seconds) => void onChange({ scrape_interval_seconds })}
          />
          <Minutes
            label={t('preferences.pollEvery')}
            description={t('preferences.pollEveryHint')}
            seconds={settings.polling_interval_seconds}
            onChange={(polling_interval_seconds) => void onChange({ polling_interval_seconds })}
          />
          <Switch
            label={t('preferences.allowLocal')}
            description={t('preferences.allowLocalHint')}
            checked={settings.allow_local_targets}
            onChange={(event) => void onChange({ allow_local_targets: event.currentTarget.checked })}
          />
          <Switch
            label={t('preferences.showBrowser')}
            description={t('preferences.showBrowserHint')}
            checked={settings.show_bank_browser}
            onChange={(event) => void onChange({ show_bank_browser: event.currentTarget.checked })}
          />
          <SigningSecret />
        </>
      )}
    </PreferenceSection>
  )
}

interface MinutesProps {
  label: string
  description: string
  seconds: number
  onChange: (seconds: number) => void
}

/** A number of minutes that is saved when the field is left. Seconds set by other means stay until it is changed. */
function Minutes({ label, description, seconds, onChange }: MinutesProps) {
  const { t } = useTranslation()
  const shown = Math.round((seconds / minute) * 100) / 100
  return (
    <NumberInput
      key={seconds}
      label={label}
      description={description}
      defaultValue={shown}
      min={1}
      max={1440}
      w={260}
      suffix={` ${t('preferences.minutes')}`}
      onBlur={(event) => {
        const value = Number.parseFloat(event.currentTarget.value.replace(',', '.'))
        if (Number.isFinite(value) && value !== shown) onChange(Math.max(minute, Math.round(value * minute)))
      }}
    />
  )
}
