import { useTranslation } from 'react-i18next'
import { wantsReason } from './cause.ts'
import type { Attention } from './health.ts'

/** The reason as a sentence of its own: it is written to stand after a colon. */
const sentence = (words: string) => `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}.`

/** Why, where it is not said anyway, and what to do. */
export function Remedy({ attention }: { attention: Attention }) {
  const { t } = useTranslation()
  if (attention.kind === 'poll_failed') return t('attention.pollRemedy')
  const { kind, cause } = attention
  const isParked = kind === 'parked'
  return (
    <>
      {(isParked || wantsReason(cause)) && `${sentence(t(`reasons.${cause.reason}`))} `}
      {/* What goes on by itself elsewhere waits here. */}
      {isParked && wantsReason(cause) ? t('attention.parkedRemedy') : t(`advice.${cause.advice}`)}
    </>
  )
}
