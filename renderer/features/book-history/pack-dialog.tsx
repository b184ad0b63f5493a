import { Button, FileButton, Skeleton, Stack, Text } from '@mantine/core'
import { IconFileCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useAnswer } from '../../shared/use-answer.ts'
import type { PackVerdict } from '../book-lists/books-api.ts'
import { Day } from '../reconciliation/sum.tsx'
import classes from './history.module.css'

/** Checks a closing pack that somebody handed over: nothing changed, and by whom it was signed. */
export function PackDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [file, setFile] = useState<File | null>(null)
  const key = file === null ? '' : `${file.name} ${file.size} ${file.lastModified}`
  const { data, failure, busy } = useAnswer(file === null ? null : () => api.bookWork.checkPack(file), key)
  return (
    <Dialog opened onClose={onClose} title={t('packs.check')} size="lg">
      <Stack>
        <Text size="sm">{t('packs.text')}</Text>
        <FileButton onChange={setFile} accept=".zip,application/zip">
          {(props) => (
            <Button
              {...props}
              variant={file === null ? 'filled' : 'default'}
              data-autofocus
              style={{ alignSelf: 'start' }}
            >
              {t(file === null ? 'packs.choose' : 'packs.chooseOther')}
            </Button>
          )}
        </FileButton>
        {file !== null && (
          <Text size="sm" fw={600} truncate>
            <IconFileCheck size={14} style={{ verticalAlign: -2, marginInlineEnd: 6 }} aria-hidden />
            {file.name}
          </Text>
        )}
        {busy && <Skeleton height={120} />}
        {failure && !busy && (
          <Notice tone="bad" title={t('packs.notChecked')}>
            {failureText(failure)}
          </Notice>
        )}
        {data && !busy && <Verdict verdict={data} />}
      </Stack>
    </Dialog>
  )
}

function Verdict({ verdict }: { verdict: PackVerdict }) {
  const { t } = useTranslation()
  const { run } = verdict
  return (
    <div aria-live="polite">
      {verdict.clean ? (
        <Text size="sm" component="div" fw={600} mb="sm">
          <StatusMark kind="done">{t('packs.clean')}</StatusMark>
        </Text>
      ) : (
        <Notice tone="bad" title={t('packs.notClean')}>
          {t('packs.whatNow')}
          <ul className={classes.faults}>
            {verdict.faults.map(({ file, code, message }) => (
              <li key={`${file} ${code}`} title={message}>
                {t(`packs.fault.${code}`, { file })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {run && (
        <dl className={classes.facts}>
          <dt>{t('books.ledger')}</dt>
          <dd>
            {run.ledger} · {run.currency}
          </dd>
          <dt>{t('books.period')}</dt>
          <dd>
            <Day day={run.period_from} /> – <Day day={run.period_to} />
          </dd>
          <dt>{t('packs.closed')}</dt>
          <dd>
            {run.closed_by} · {run.closed_at !== null && <Moment at={run.closed_at} />}
          </dd>
          <dt>{t('packs.key')}</dt>
          <dd>
            {verdict.fingerprint} · {t(verdict.ours ? 'packs.ours' : 'packs.notOurs')}
          </dd>
          {verdict.in_trail !== null && (
            <>
              <dt>{t('trail.title')}</dt>
              <dd>{t(verdict.in_trail ? 'packs.inTrail' : 'packs.notInTrail')}</dd>
            </>
          )}
        </dl>
      )}
    </div>
  )
}
