import { Button, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RunDetail } from '../../api-types.ts'
import { CodeBlock } from '../../shared/ui/code-block.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { useOverview } from '../shell/overview.ts'
import { reportText } from './report-text.ts'

interface Props {
  run: RunDetail
  accountName: string
  bank: string
  onClose: () => void
}

/** Shows exactly what would be copied, before it is. */
export function ReportDialog({ run, accountName, bank, onClose }: Props) {
  const { t } = useTranslation()
  const version = useOverview((state) => state.overview?.version ?? '')
  const text = reportText(run, { version, bank })
  return (
    <Dialog opened onClose={onClose} title={t('diagnostics.reportTitle')} size={760}>
      <Stack gap="sm">
        <Text size="sm">{t('diagnostics.reportText', { name: accountName })}</Text>
        <CodeBlock label={t('diagnostics.reportTitle')}>{text}</CodeBlock>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.close')}
          </Button>
          <CopyButton value={text} timeout={4000}>
            {({ copied, copy }) => (
              <Button
                data-autofocus
                leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
                onClick={copy}
              >
                {copied ? t('common.copied') : t('common.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Dialog>
  )
}
