import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { plural } from '../../shared/plural.ts'
import { useAct } from '../../shared/use-act.ts'
import { useAnswer } from '../../shared/use-answer.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { eventList } from '../book-lists/store.ts'
import { refreshRun } from '../reconciliation/store.ts'

/** Takes back everything that a run accepted without a click (6.9); nothing where it accepted none. */
export function UnattendedUndo({ runId }: { runId: string }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const [turn, setTurn] = useState(0)
  const { data: count } = useAnswer(() => api.bookWork.unattendedOf(runId), `${runId} ${turn}`)
  if (count === null || count === 0) return null
  const undo = () =>
    modals.openConfirmModal({
      title: t('history.undoUnattended'),
      children: <Text size="sm">{t('history.undoUnattendedText', plural(count, number))}</Text>,
      labels: { confirm: t('history.undoUnattended'), cancel: t('common.cancel') },
      onConfirm: () =>
        void act(async () => {
          await api.bookWork.undoUnattended(runId)
          refreshRun(runId)
          eventList.refresh()
          setTurn((before) => before + 1)
        }, t('history.undone')),
    })
  return (
    <Button variant="default" leftSection={<IconArrowBackUp size={14} />} onClick={undo}>
      {t('history.undoUnattended')}
    </Button>
  )
}
