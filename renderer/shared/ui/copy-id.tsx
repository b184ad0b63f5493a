import { ActionIcon, CopyButton, Text, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './text.module.css'

/** An id that is copied with one click. */
export function CopyId({ value }: { value: string }) {
  const { t } = useTranslation()
  return (
    <span className={classes.id}>
      <Text span inherit truncate title={value}>
        {value}
      </Text>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('common.copied') : t('common.copy')}>
            <ActionIcon size="xs" onClick={copy} aria-label={`${t('common.copy')}: ${value}`}>
              {copied ? <IconCheck size={12} /> : <IconCopy size={12} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  )
}
