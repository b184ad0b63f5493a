import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RequestDetail } from '../../api-types.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { chosenCandidate, lastMatch } from './chosen-candidate.ts'
import { decisionSentences, reasonSentences } from './reason-sentences.ts'
import classes from './requests.module.css'

/** Why the movement beside the request was taken, in plain sentences. */
export function Why({ request }: { request: RequestDetail }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const last = lastMatch(request)
  const chosen = chosenCandidate(request)
  if (!request.match || !last || !chosen) return null
  const sentences = [
    ...reasonSentences(chosen.reasons, chosen.currency, { t, formats }),
    ...decisionSentences(last, [], { t, formats }),
  ]
  return (
    <section aria-label={t('evidence.title')} className={classes.why}>
      <Text size="sm" c="dimmed">
        {t(`requests.matchedBy.${request.match.matched_by}`)}
      </Text>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}
