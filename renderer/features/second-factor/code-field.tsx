import { TextInput, type TextInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Where a code of the authenticator is typed; password managers and phones may fill it. */
export function CodeField(props: TextInputProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t('secondFactor.code')}
      autoComplete="one-time-code"
      inputMode="text"
      spellCheck={false}
      maxLength={32}
      {...props}
    />
  )
}
