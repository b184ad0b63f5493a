import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RequestDetail } from '../../api-types.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'
import { actSentence } from './act-sentence.ts'
import { attemptSentence } from './attempt-sentence.ts'
import { decisionSentences } from './reason-sentences.ts'
import classes from './requests.module.css'

/** Every comparison in a sentence, and what people did, newest first. */
export function Story({ request }: { request: RequestDetail }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  const last = request.attempts.at(-1)
  const entries = [
    ...request.attempts.map((attempt) => ({
      id: attempt.id,
      at: attempt.created_at,
      order: attempt.attempt_number,
      words: [
        attemptSentence(attempt, request, { t, formats, now }),
        ...decisionSentences(attempt, attempt === last ? request.rivals : [], { t, formats }),
      ].join(' '),
    })),
    ...request.acts.map((act) => ({
      id: act.id,
      at: act.at,
      order: Number.MAX_SAFE_INTEGER,
      words: actSentence(act, { t, formats, now }),
    })),
  ].sort((a, b) => b.at.localeCompare(a.at) || b.order - a.order)
  return (
    <section className={classes.section} aria-label={t('requests.story')}>
      <Title order={2} className={classes.sectionTitle}>
        {t('requests.story')}
      </Title>
      <ol className={classes.story}>
        {entries.map(({ id, at, words }) => (
          <li key={id}>
            <Moment at={at} />
            <span>{words}</span>
          </li>
        ))}
        <li>
          <Moment at={request.created_at} />
          <span>{t('requests.registeredHere')}</span>
        </li>
      </ol>
    </section>
  )
}
