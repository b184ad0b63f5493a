import { Kbd, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../shared/use-formats.ts'
import type { Candidate } from '../ledger-api.ts'
import { Day, Sum } from '../sum.tsx'
import queueClasses from './queue.module.css'
import classes from './worklist.module.css'

/** Entries that come nearest to a line, those below the threshold too, each with what speaks against it. */
export function CandidateList({
  candidates,
  onChoose,
}: {
  candidates: readonly Candidate[]
  /** Absent where nothing can be decided any more. */
  onChoose?: ((candidate: Candidate) => void) | undefined
}) {
  const { t } = useTranslation()
  const { number } = useFormats()
  if (candidates.length === 0) return null
  return (
    <section aria-label={t('match.candidates')} style={{ maxWidth: 640, marginTop: 16 }}>
      <h2 className={classes.sideTitle}>{t('match.candidates')}</h2>
      {candidates.map((candidate, index) => {
        const { entry, score, why_not: whyNot } = candidate
        return (
          <UnstyledButton
            key={entry.id}
            className={classes.candidate ?? ''}
            disabled={onChoose === undefined}
            aria-label={t('match.chooseCandidate', { n: entry.counterparty_name ?? entry.description })}
            onClick={() => onChoose?.(candidate)}
          >
            <Kbd size="xs">{index + 1}</Kbd>
            <span className={queueClasses.rowBody}>
              <span className={queueClasses.rowLine}>
                <span className={queueClasses.rowName}>
                  {[entry.counterparty_name, entry.document_no, entry.description].filter(Boolean).join(' · ')}
                </span>
                <Sum value={entry.open_amount} />
              </span>
              <span className={queueClasses.rowLine} data-quiet>
                <span className={queueClasses.rowName}>
                  <Day day={entry.booking_date} />
                  {whyNot.length > 0 &&
                    ` · ${t('match.whyNot')} ${whyNot.map(({ code }) => t(`match.whyNotCode.${code as 'rejected'}`)).join(', ')}`}
                </span>
                <span>{t('match.score', { score: number(score) })}</span>
              </span>
            </span>
          </UnstyledButton>
        )
      })}
    </section>
  )
}
