import { Button, Group, Stack, Text } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { useAccounts } from '../accounts/store.ts'
import { CodeQuestion } from './code-question.tsx'
import { ask, useAssistance } from './store.ts'
import { useBankOpen } from './use-bank-open.ts'

/** Asks for the code of one account, wherever the person is. Goes when the login no longer waits. */
export function CodeDialog() {
  const { t } = useTranslation()
  const boxes = useRef<HTMLDivElement>(null)
  const asked = useAssistance((state) => state.asked)
  const waiting = useAssistance(({ byAccount }) => (asked === null ? undefined : byAccount[asked]))
  const name = useAccounts(({ accounts }) => accounts?.find(({ id }) => id === asked)?.name)
  return (
    <Dialog
      opened={asked !== null && waiting?.type === 'otp'}
      onClose={() => ask(null)}
      title={t('assistance.title')}
      size={440}
      // The trap of the dialog would leave the focus on its close button.
      onEnterTransitionEnd={() => boxes.current?.querySelector('input')?.focus()}
    >
      {asked !== null && waiting && (
        <Stack gap="md" ref={boxes}>
          <Text size="sm" c="dimmed" ta="center" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          <CodeQuestion accountId={asked} waiting={waiting} />
          <ToBankPage accountId={asked} />
        </Stack>
      )}
    </Dialog>
  )
}

function ToBankPage({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  if (!useBankOpen(accountId)) return null
  return (
    <Group justify="center">
      <Button
        variant="subtle"
        onClick={() => {
          ask(null)
          void navigate(`/accounts/${accountId}/bank`)
        }}
      >
        {t('assistance.lookAtPage')}
      </Button>
    </Group>
  )
}
