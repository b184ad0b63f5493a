import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { plural } from '../../../shared/plural.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { useFormats } from '../../../shared/use-formats.ts'
import { ledgerName } from '../../books/store.ts'
import { Refusal } from '../../import/refusal.tsx'
import type { Attached, Ledger } from '../ledger-api.ts'
import { Batches } from './batches.tsx'
import classes from './import.module.css'
import { useNotification } from './use-notification.ts'

interface Props {
  readonly file: File
  readonly ledger: Ledger | undefined
  readonly openRunId: string | null
  readonly onClose: () => void
  readonly onOpenRun: (runId: string) => void
}

/** A notification (camt.054) in place of a statement: what it would divide in the open run, the result, and the way back. */
export function NotificationAttach({ file, ledger, openRunId, onClose, onOpenRun }: Props) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { preview, failure, refused, busy, done, attach, undo } = useNotification(file, openRunId)
  const isWaiting = openRunId !== null && preview === null && failure === null
  const takeBack = async (fileId: string) => {
    if (await undo(fileId))
      notifications.show({ message: t('bankNotification.undone'), withBorder: true, autoClose: 3000 })
  }
  const words = (key: 'divides' | 'done', { divided, parts }: Attached) =>
    t(`bankNotification.${key}`, { ...plural(divided, number), parts: number(parts) })
  return (
    <Stack>
      <Notice tone="ask" title={t('bankNotification.title')}>
        {t('bankNotification.text')}
      </Notice>
      {ledger === undefined ? (
        <Text size="sm">{t('bankNotification.chooseLedger')}</Text>
      ) : (
        openRunId === null && (
          <Text size="sm" fw={600} role="alert">
            {t('bankNotification.noRun', { ledger: ledgerName(ledger) })}
          </Text>
        )
      )}
      {isWaiting && <Skeleton height={140} />}
      {failure && <Refusal title={t('imports.notRead')} failure={failure} />}
      {done === null && preview && (
        <>
          <div>
            <Text size="sm" fw={600}>
              {preview.attached.divided === 0 ? t('bankNotification.nothing') : words('divides', preview.attached)}
            </Text>
            <Rest attached={preview.attached} />
            {preview.other_accounts.length > 0 && (
              <Text size="sm" c="dimmed">
                {t('bankNotification.otherAccounts', {
                  accounts: preview.other_accounts.map(({ account }) => account).join(', '),
                })}
              </Text>
            )}
          </div>
          <Batches batches={preview.batches} />
        </>
      )}
      {done && (
        <div role="status">
          <Text size="sm" fw={600}>
            {words('done', done.attached)}
          </Text>
          <Text size="sm">{t('bankNotification.doneText')}</Text>
          <Rest attached={done.attached} />
        </div>
      )}
      {refused && (
        <Refusal
          failure={refused}
          title={done === null ? t('bankNotification.notAttached') : t('common.failed')}
          actions={
            refused.code === 'duplicate_file' && (
              <Button variant="default" loading={busy} onClick={() => void attach(true)}>
                {t('imports.again')}
              </Button>
            )
          }
        />
      )}
      <Group justify="flex-end" gap="xs" className={classes.footer}>
        {done === null ? (
          <>
            <Button variant="default" onClick={onClose} disabled={busy}>
              {t('common.cancel')}
            </Button>
            {preview && (
              <Button
                onClick={() => void attach(false)}
                disabled={preview.attached.divided === 0}
                loading={busy}
                data-autofocus
              >
                {t('bankNotification.attach', plural(preview.attached.divided, number))}
              </Button>
            )}
          </>
        ) : (
          <>
            <Button variant="default" onClick={() => void takeBack(done.fileId)} loading={busy}>
              {t('bankNotification.undo')}
            </Button>
            <Button onClick={() => openRunId !== null && onOpenRun(openRunId)} disabled={busy}>
              {t('imports.toWorklist')}
            </Button>
          </>
        )}
      </Group>
    </Stack>
  )
}

const rest = ['already', 'decided', 'ambiguous', 'unknown', 'without_parts'] as const

/** What is not divided, and why. */
function Rest({ attached }: { attached: Attached }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const present = rest.filter((key) => attached[key] > 0)
  if (present.length === 0) return null
  return (
    <ul className={classes.rest}>
      {present.map((key) => (
        <li key={key}>{t(`bankNotification.rest.${key}`, plural(attached[key], number))}</li>
      ))}
    </ul>
  )
}
