import { Button, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../shared/ui/dialog.tsx'
import classes from './second-factor.module.css'

/** Shown this one time. A slip beside the dialog must not lose them. */
export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog
      opened
      onClose={onDone}
      title={t('secondFactor.isOnNow')}
      size={520}
      closeOnEscape={false}
      closeOnClickOutside={false}
      withCloseButton={false}
    >
      <Stack gap="sm">
        <Text size="sm">{t('secondFactor.backupText')}</Text>
        <ul className={classes.codes} aria-label={t('secondFactor.backup')}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Group justify="flex-end" gap="xs">
          <CopyButton value={codes.join('\n')} timeout={4000}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                data-autofocus
                leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
                onClick={copy}
              >
                {copied ? t('common.copied') : t('common.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onDone}>{t('secondFactor.kept')}</Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
