import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import type { StatementImport } from '../../api-types.ts'
import { useFileWords } from '../../shared/file-words.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { useAct } from '../../shared/use-act.ts'
import classes from './import.module.css'
import { Places } from './places.tsx'
import { chooseFile, importChanged } from './store.ts'

/** Why a file was not imported and where, the way to try it again, and to say that nothing is to be done about it. */
export function RefusedDialog({ row, onClose }: { row: StatementImport; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFileWords()
  const act = useAct()
  const [busy, setBusy] = useState(false)
  const { account_id: accountId, error, dismissed_at: dismissedAt } = row
  if (error === null) return null

  const run = async (work: () => Promise<unknown>, done?: string) => {
    setBusy(true)
    if (await act(work, done)) onClose()
    setBusy(false)
  }
  const again = () =>
    run(async () => chooseFile(accountId, new File([await api.refusedFile(accountId, row.id)], row.file_name)))
  const decide = (verb: 'dismiss' | 'reopen') =>
    run(
      async () => {
        await api.decideFile(accountId, row.id, verb)
        importChanged(accountId)
      },
      t(verb === 'dismiss' ? 'fileImport.refused.dismissed' : 'fileImport.refused.reopened'),
    )
  return (
    <Dialog opened onClose={onClose} title={row.file_name} size="lg" classNames={{ title: classes.dialogTitle ?? '' }}>
      <Stack>
        <Text size="sm" c="dimmed" component="div">
          {t(row.origin === 'folder' ? 'fileImport.refused.folder' : 'fileImport.refused.upload')}{' '}
          <Moment at={row.created_at} />
          {dismissedAt !== null && (
            <>
              {' · '}
              {t('fileImport.refused.dismissedAt')} <Moment at={dismissedAt} form="relative" />
            </>
          )}
        </Text>
        <Notice
          tone="bad"
          title={t('fileImport.notImported')}
          detail={`${error.code}\n${error.message}`}
          actions={
            <>
              {row.is_kept && (
                <Button onClick={() => void again()} loading={busy} data-autofocus>
                  {t('fileImport.refused.again')}
                </Button>
              )}
              <Button
                variant="default"
                onClick={() => void decide(dismissedAt === null ? 'dismiss' : 'reopen')}
                disabled={busy}
              >
                {t(dismissedAt === null ? 'fileImport.refused.dismiss' : 'fileImport.refused.reopen')}
              </Button>
            </>
          }
        >
          {words.fault(error)}
          <Places places={error.places} />
        </Notice>
      </Stack>
    </Dialog>
  )
}
