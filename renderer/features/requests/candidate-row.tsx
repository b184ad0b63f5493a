import { Anchor, Button, Group, Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Candidate } from '../../api-types.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'
import { isFit } from './attempt-sentence.ts'
import { MarkedName } from './marked-name.tsx'
import { reasonSentences } from './reason-sentences.ts'
import classes from './requests.module.css'
import { scoreWord } from './score-word.ts'

interface Props {
  candidate: Candidate
  expected: string | null
  /** 0: cannot be chosen by key. */
  number: number
  onChoose: () => void
}

/** One movement that a person may choose, with all that speaks for and against it. */
export function CandidateRow({ candidate, expected, number, onChoose }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  const { rejected } = candidate
  const sentences = reasonSentences(
    candidate.reasons.filter(({ code }) => code !== 'amount_equal'),
    candidate.currency,
    { t, formats },
  )
  return (
    <div className={classes.candidate}>
      <span>{number > 0 && <Kbd size="xs">{number}</Kbd>}</span>
      <span className={classes.candidateName}>
        <MarkedName name={candidate.sender_name} other={expected} reasons={candidate.reasons} />
      </span>
      <Amount amount={candidate.amount} currency={candidate.currency} />
      {candidate.consumed_by === null ? (
        <Button variant={isFit(candidate) ? 'light' : 'default'} onClick={onChoose}>
          {t('requests.choose')}
        </Button>
      ) : (
        <Anchor component={Link} to={`/requests/${candidate.consumed_by}`} size="xs">
          {t('requests.takenBy')}
        </Anchor>
      )}
      <div className={classes.candidateReason}>
        <Group gap={6} title={`${formats.number(Math.round(Math.min(1, candidate.score) * 100))} / 100`}>
          {rejected ? (
            <span>
              {t('refusal.by', { who: rejected.by ?? t('act.somebody'), date: formats.date(rejected.at, now) })}
            </span>
          ) : (
            <>
              <span>{t(`score.${scoreWord(candidate)}`)}</span>·<span>{t(`reason.${candidate.reason}`)}</span>
            </>
          )}
          ·
          <Moment at={candidate.received_at} />
        </Group>
        {candidate.consumed_by === null && <div>{sentences.join(' ')}</div>}
      </div>
    </div>
  )
}
