import { Button, Group, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Movement } from '../../api-types.ts'
import { useAct } from '../../shared/use-act.ts'
import { putMovementBack, removeMovement } from './store.ts'

/** Takes a movement of a file out, for lines that the bank told twice; the toast takes it back at once. */
export function RemoveMovement({ movement, onGone }: { movement: Movement; onGone: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  const { account_id: accountId, id } = movement

  const remove = async () => {
    // What shows it closes first: the hint that it has gone would look for it again.
    onGone()
    if (!(await act(() => removeMovement(accountId, id)))) return
    notifications.show({
      id: `removed-${id}`,
      withBorder: true,
      autoClose: 10_000,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{t('movements.removed')}</Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(`removed-${id}`)
              void act(() => putMovementBack(accountId, id), t('movements.putBack'))
            }}
          >
            {t('movements.undoRemoval')}
          </Button>
        </Group>
      ),
    })
  }
  const ask = () =>
    modals.openConfirmModal({
      title: t('movements.removeTitle'),
      children: (
        <Text size="sm">{t(movement.matched_request ? 'movements.removeMatched' : 'movements.removeText')}</Text>
      ),
      labels: { confirm: t('movements.remove'), cancel: t('common.cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => void remove(),
    })
  return (
    <Button variant="default" leftSection={<IconTrash size={14} />} onClick={ask}>
      {t('movements.remove')}
    </Button>
  )
}
