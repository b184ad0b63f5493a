import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { changeLanguage } from '../../i18n/index.ts'
import { languages, useLanguage } from './language.ts'

const names = { es: 'Español', en: 'English' } as const

/** Always in reach, remembered on this device (spec 10). */
export function LanguageSwitch({ short = false, fullWidth = false }: { short?: boolean; fullWidth?: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage((state) => state.language)
  return (
    <SegmentedControl
      aria-label={t('preferences.language')}
      fullWidth={fullWidth}
      value={language}
      data={languages.map((value) => ({ value, label: short ? value.toUpperCase() : names[value] }))}
      onChange={(value) => void changeLanguage(value)}
    />
  )
}
