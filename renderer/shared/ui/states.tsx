import { Box, Button, EmptyState } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../failure.ts'
import { useFailureText } from '../failure-text.ts'
import { Notice } from './notice.tsx'

/** What will appear here and how to start. */
export function Nothing({
  icon,
  title,
  text,
  action,
}: {
  icon: ReactNode
  title: string
  text: string
  action?: ReactNode
}) {
  return (
    <EmptyState icon={icon} title={title} description={text} size="sm" py="xl" px="md" maw={460} mx="auto">
      {action === undefined ? null : <EmptyState.Actions>{action}</EmptyState.Actions>}
    </EmptyState>
  )
}

/** A filter that leaves nothing, and the way out of it. */
export function NothingFits({ icon, onClear }: { icon: ReactNode; onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <Nothing
      icon={icon}
      title={t('list.nothingFits')}
      text={t('list.nothingFitsText')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('list.clear')}
        </Button>
      }
    />
  )
}

/** What could not be loaded, why, and the way on. */
export function LoadFailure({ what, failure, onRetry }: { what: string; failure: Failure; onRetry: () => void }) {
  const { t } = useTranslation()
  const text = useFailureText()
  return (
    <Box p="md" maw={680} w="100%">
      <Notice
        tone="bad"
        title={what}
        detail={`${failure.status} ${failure.code ?? ''}\n${failure.message}`}
        actions={
          <Button variant="default" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
            {t('common.retry')}
          </Button>
        }
      >
        {text(failure)}
      </Notice>
    </Box>
  )
}
