import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { reloadMe } from '../session/store.ts'
import { BackupCodes } from './backup-codes.tsx'
import { CodeField } from './code-field.tsx'
import { QrPicture } from './qr-picture.tsx'
import classes from './second-factor.module.css'
import { confirm, enroll } from './store.ts'
import { useSubmit } from './use-submit.ts'

/** Scan, confirm by a code, then the backup codes this one time. */
export function SetUp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [enrolment, setEnrolment] = useState<{ uri: string; secret: string } | null>(null)
  const [loadFailure, setLoadFailure] = useState<Failure | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [code, setCode] = useState('')
  const { error, busy, send, setError } = useSubmit()
  const begun = useRef(false)
  const begin = () => {
    setLoadFailure(null)
    enroll()
      .then(setEnrolment)
      .catch((thrown: unknown) => setLoadFailure(asFailure(thrown)))
  }
  // Each enrolment replaces the secret before it: it must begin once, also when the effect runs twice.
  useEffect(() => {
    if (!begun.current) begin()
    begun.current = true
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() === '') return setError(t('secondFactor.codeRequired'))
    void send(async () => setCodes(await confirm(code.trim())))
  }
  const finish = () => {
    void reloadMe()
    onClose()
  }
  if (codes) return <BackupCodes codes={codes} onDone={finish} />
  return (
    <Dialog opened onClose={onClose} title={t('secondFactor.setUp')} size={520} closeOnClickOutside={false}>
      {loadFailure && <LoadFailure what={t('secondFactor.notBegun')} failure={loadFailure} onRetry={begin} />}
      {!enrolment && !loadFailure && <Skeleton height={220} />}
      {enrolment && (
        <form onSubmit={submit} noValidate>
          <Stack>
            <Text size="sm">{t('secondFactor.scan')}</Text>
            <div className={classes.setup}>
              <QrPicture text={enrolment.uri} />
              <Stack gap={6}>
                <Text size="xs" c="dimmed">
                  {t('secondFactor.typed')}
                </Text>
                <code className={classes.secret}>{enrolment.secret.match(/.{1,4}/g)?.join(' ')}</code>
              </Stack>
            </div>
            <CodeField
              description={t('secondFactor.codeHint')}
              autoFocus
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              error={error}
            />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={busy}>
                {t('secondFactor.confirm')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  )
}
