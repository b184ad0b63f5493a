import { Skeleton, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { plural } from '../../shared/plural.ts'
import { useAnswer } from '../../shared/use-answer.ts'
import { useFormats } from '../../shared/use-formats.ts'
import type { RuleConditions } from '../book-lists/books-api.ts'
import { Day, Sum } from '../reconciliation/sum.tsx'
import classes from './rules.module.css'

const mostShown = 5

/** What conditions would match among the lines that were imported; nothing while there are none. */
export function RulePreview({ ledgerId, conditions }: { ledgerId: string | null; conditions: RuleConditions | null }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const failureText = useFailureText()
  const [asked] = useDebouncedValue(JSON.stringify({ ledger_id: ledgerId, conditions }), 300)
  const question = JSON.parse(asked)
  const { data, failure } = useAnswer(
    conditions === null || question.conditions === null ? null : () => api.bookWork.previewRule(question),
    asked,
  )
  return (
    <section className={classes.found} aria-label={t('bookRules.preview')} aria-live="polite">
      {conditions === null ? (
        <Text size="sm" c="dimmed">
          {t('bookRules.previewEmpty')}
        </Text>
      ) : failure ? (
        <Text size="sm" c="var(--bad)" role="alert">
          {failureText(failure)}
        </Text>
      ) : !data ? (
        <Skeleton height={20} width="60%" />
      ) : (
        <>
          <Text size="sm" fw={600}>
            {t('bookRules.wouldMatch', plural(data.open, number))}{' '}
            <Text span inherit fw={400} c="dimmed">
              {t('bookRules.wouldHave', { decided: number(data.decided), all: number(data.looked_at) })}
            </Text>
          </Text>
          <ul className={classes.examples}>
            {data.data.slice(0, mostShown).map((item) => {
              const text = [item.counterparty_name, item.remittance_text].filter(Boolean).join(' · ')
              return (
                <li key={item.id}>
                  <Day day={item.booking_date} />
                  <span title={text}>{text}</span>
                  <Sum value={item.amount} />
                </li>
              )
            })}
          </ul>
        </>
      )}
    </section>
  )
}
