import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SecretField } from './secret-field.tsx'
import classes from './settings.module.css'

interface Props {
  type: string
  token: string
  /** Shown for "no own scheme"; without it a scheme must be chosen. */
  fallback?: string
  tokenHint: string
  onType: (type: string) => void
  onToken: (token: string) => void
}

/** How a call identifies itself: the scheme and its token. */
export function AuthFields({ type, token, fallback, tokenHint, onType, onToken }: Props) {
  const { t } = useTranslation()
  const schemes = [
    { value: 'bearer', label: 'Bearer' },
    { value: 'api_key', label: 'Api-Key' },
  ]
  return (
    <div className={classes.pair}>
      <Select
        label={t('settings.authType')}
        description={t('settings.authTypeHint')}
        data={fallback === undefined ? schemes : [{ value: '', label: fallback }, ...schemes]}
        value={type}
        allowDeselect={false}
        onChange={(value) => onType(value ?? '')}
      />
      <SecretField label={t('settings.token')} description={tokenHint} value={token} onChange={onToken} />
    </div>
  )
}
