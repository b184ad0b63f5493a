import { Button, Skeleton } from '@mantine/core'
import { IconFileCheck, IconShieldCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useCommands } from '../../shared/commands.ts'
import { plural } from '../../shared/plural.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import type { TrailVerdict } from '../book-lists/books-api.ts'
import { loadTrail, useTrail } from '../book-lists/store.ts'
import classes from './history.module.css'
import { PackDialog } from './pack-dialog.tsx'

/** Up to where the trail was verified, the button that verifies it, and what to do when it is broken. */
export function TrailStrip() {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const { state, failure } = useTrail()
  const [busy, setBusy] = useState(false)
  const [verdict, setVerdict] = useState<TrailVerdict | null>(null)
  const [checking, setChecking] = useState(false)
  useEffect(() => void loadTrail(), [])
  const verify = async () => {
    setBusy(true)
    await act(async () => setVerdict(await api.bookWork.verifyTrail()))
    setBusy(false)
    void loadTrail()
  }
  useCommands([
    { id: 'trail.verify', label: t('trail.verify'), key: 'v', run: () => void verify() },
    { id: 'trail.pack', label: t('packs.check'), run: () => setChecking(true) },
  ])
  if (!state)
    return failure ? (
      <LoadFailure what={t('trail.notLoaded')} failure={failure} onRetry={() => void loadTrail()} />
    ) : (
      <Skeleton mx={20} my={10} height={30} />
    )
  const { verified, events } = state
  const kind = verified === null ? 'nothing' : verified.clean ? 'done' : 'failed'
  return (
    <>
      <div className={classes.strip}>
        <StatusMark kind={kind}>
          {verified === null ? (
            t('trail.never', plural(events, number))
          ) : (
            <>
              {t(verified.clean ? 'trail.upTo' : 'trail.broken', {
                to: number(verified.events),
                of: number(events),
              })}
              {' · '}
              <Moment at={verified.at} />
            </>
          )}
        </StatusMark>
        <Button variant="default" leftSection={<IconFileCheck size={14} />} onClick={() => setChecking(true)}>
          {t('packs.check')}
        </Button>
        <Button leftSection={<IconShieldCheck size={14} />} loading={busy} onClick={() => void verify()}>
          {t('trail.verify')}
        </Button>
      </div>
      {verdict && (
        <div className={classes.verdict} aria-live="polite">
          {verdict.clean ? (
            <Notice tone="good" title={t('trail.clean', plural(verdict.events, number))} detail={verdict.head}>
              {t('trail.cleanText')}
            </Notice>
          ) : (
            <Notice
              tone="bad"
              title={t('trail.notClean', plural(verdict.faults_total, number))}
              detail={verdict.faults.map(({ message }) => message).join('\n')}
            >
              {t('trail.whatNow')}
              <ul className={classes.faults}>
                {verdict.faults.slice(0, 5).map(({ message }) => (
                  <li key={message}>{message}</li>
                ))}
              </ul>
            </Notice>
          )}
        </div>
      )}
      {checking && <PackDialog onClose={() => setChecking(false)} />}
    </>
  )
}
