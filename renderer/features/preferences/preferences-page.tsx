import { Anchor, SegmentedControl, Text, useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../shared/use-act.ts'
import { ApiKeysSection } from '../api-keys/api-keys-section.tsx'
import { SecuritySection } from '../second-factor/security-section.tsx'
import { useMode } from '../session/store.ts'
import { useOverview } from '../shell/overview.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { ModeSection } from './mode-section.tsx'
import { NoticesRow } from './notices-row.tsx'
import { PreferenceSection } from './preference-section.tsx'
import classes from './preferences.module.css'
import { ProgramSection } from './program-section.tsx'
import { changeProductSettings, loadProductSettings, switchMode, useProductSettings } from './store.ts'

/** Settings of the person (on this device) and of the program. */
export function PreferencesPage() {
  const { t } = useTranslation()
  const act = useAct()
  const mode = useMode()
  const { settings, failure } = useProductSettings()
  const version = useOverview((state) => state.overview?.version)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  useEffect(() => void loadProductSettings(), [])
  return (
    <div className={classes.scroll}>
      <div className={classes.page}>
        <PreferenceSection title={t('preferences.display')} text={t('preferences.displayText')}>
          <div className={classes.row}>
            <Text size="sm">{t('preferences.language')}</Text>
            <LanguageSwitch />
          </div>
          <div className={classes.row}>
            <Text size="sm" id="theme">
              {t('preferences.theme')}
            </Text>
            <SegmentedControl
              aria-labelledby="theme"
              value={colorScheme}
              onChange={setColorScheme}
              data={(['auto', 'light', 'dark'] as const).map((value) => ({
                value,
                label: t(`preferences.themes.${value}`),
              }))}
            />
          </div>
          <NoticesRow />
        </PreferenceSection>
        {mode !== null && (
          <ModeSection mode={mode} onSwitch={(next) => act(() => switchMode(next), t('preferences.modeSwitched'))} />
        )}
        <ProgramSection
          settings={settings}
          failure={failure}
          onRetry={() => void loadProductSettings()}
          onChange={(change) => act(() => changeProductSettings(change), t('settings.saved'))}
        />
        <SecuritySection />
        <ApiKeysSection />
        <PreferenceSection title={t('preferences.about')} text={t('preferences.aboutText')}>
          <div className={classes.row}>
            <Text size="sm">{t('preferences.version')}</Text>
            <Text size="sm">{version ?? '–'}</Text>
          </div>
          <div className={classes.row}>
            <Text size="sm">{t('preferences.apiDocs')}</Text>
            <Anchor href="/docs" target="_blank" rel="noreferrer" size="sm">
              /docs
            </Anchor>
          </div>
        </PreferenceSection>
      </div>
    </div>
  )
}
