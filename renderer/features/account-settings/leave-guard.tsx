import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router'
import { Dialog } from '../../shared/ui/dialog.tsx'

/** Asks before unsaved changes are left behind. Going from section to section is not leaving. */
export function LeaveGuard({ lets, home }: { lets: () => boolean; home: string }) {
  const { t } = useTranslation()
  const blocker = useBlocker(({ nextLocation }) => !lets() && !nextLocation.pathname.startsWith(home))
  return (
    <Dialog
      opened={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('settings.leaveTitle')}
      size="sm"
    >
      <Stack>
        <Text size="sm">{t('settings.leaveText')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {t('settings.discard')}
          </Button>
          <Button data-autofocus onClick={() => blocker.reset?.()}>
            {t('settings.stay')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
