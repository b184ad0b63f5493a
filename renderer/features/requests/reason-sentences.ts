import type { TFunction } from 'i18next'
import type { Attempt, PairReason, RequestDetail } from '../../api-types.ts'
import type { Formats } from '../../shared/formats.ts'
import { plural } from '../../shared/plural.ts'

interface Say {
  readonly t: TFunction
  readonly formats: Formats
}
type NameReason = Extract<PairReason, { code: 'name' }>
type NameEvidence = NameReason['evidence'][number]

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** All that speaks for and against a movement, each reason a plain sentence; what matters most comes first. */
export function reasonSentences(reasons: readonly PairReason[], currency: string, say: Say): string[] {
  return [...reasons].sort((a, b) => rank(a) - rank(b)).flatMap((reason) => sentencesOf(reason, currency, say))
}

const order: readonly PairReason['code'][] = [
  'reference',
  'reference_of_other_order',
  'alias',
  'name',
  'no_sender',
  'amount_differs',
  'currency_differs',
  'amount_equal',
  'received',
]
const rank = ({ code }: PairReason): number => order.indexOf(code)

function sentencesOf(reason: PairReason, currency: string, { t, formats }: Say): string[] {
  switch (reason.code) {
    case 'name':
      return nameSentences(reason, t)
    case 'amount_differs': {
      const amount = `${formats.money((Math.abs(reason.byMinor) / 100).toFixed(2))} ${currency}`
      return [t(reason.byMinor > 0 ? 'evidence.amountMore' : 'evidence.amountLess', { amount })]
    }
    case 'received':
      return [receivedSentence(reason.afterMs, { t, formats })]
    case 'reference': {
      const { reference, isChecked } = reason
      return [t(isChecked ? 'evidence.referenceChecked' : 'evidence.reference', { reference })]
    }
    case 'reference_of_other_order':
      return [t('evidence.otherReference', { references: formats.list(reason.references) })]
    case 'amount_equal':
    case 'currency_differs':
    case 'alias':
    case 'no_sender':
      return [t(`evidence.${reason.code}`)]
  }
}

function nameSentences({ level, evidence }: NameReason, t: TFunction): string[] {
  if (evidence.length === 0) return level === 'unknown' ? [t('evidence.unknown')] : []
  const agreeing = evidence.flatMap(({ kind, expected }) => (kind === 'agrees' && expected ? [expected] : []))
  const rest = evidence.filter(({ kind }) => kind !== 'agrees').map((each) => evidenceSentence(each, t))
  return agreeing.length === 0 ? rest : [t('evidence.agrees', { words: agreeing.join(', ') }), ...rest]
}

function evidenceSentence({ kind, expected = '', actual = '' }: NameEvidence, t: TFunction): string {
  const [short, long] = [expected, actual].sort((a, b) => a.length - b.length)
  const words = [expected, actual].filter((word) => word !== '').join(' / ')
  switch (kind) {
    case 'agrees':
      return t('evidence.agrees', { words: expected })
    case 'cut':
    case 'abbreviated':
    case 'initial':
      return t(`evidence.${kind}`, { short, long })
    case 'typo':
    case 'joined':
    case 'damaged':
    case 'transliterated':
    case 'contradicts':
      return t(`evidence.${kind}`, { expected, actual })
    case 'missing':
      return t('evidence.missing', { expected })
    case 'extra':
      return t('evidence.extra', { actual })
    case 'noise':
      return t('evidence.noise', { words })
    case 'legal-form':
      return t('evidence.legalForm', { words })
    case 'title':
      return t('evidence.titleWord', { words })
  }
}

function receivedSentence(afterMs: number, { t, formats }: Say): string {
  const far = Math.abs(afterMs)
  if (far < minute) return t('evidence.sameTime')
  const count = (unit: number) => plural(Math.round(far / unit), formats.number)
  const span =
    far >= day
      ? t('evidence.days', count(day))
      : far >= hour
        ? t('evidence.hours', count(hour))
        : t('evidence.minutes', count(minute))
  return t(afterMs > 0 ? 'evidence.after' : 'evidence.before', { span })
}

/** Why the engine decided so, and who was as likely; empty for a person's decision. */
export function decisionSentences(
  { decision, candidates }: Pick<Attempt, 'decision' | 'candidates'>,
  rivals: RequestDetail['rivals'],
  { t, formats }: Say,
): string[] {
  if (decision === null) return []
  const waiting = rivals.map(({ external_id, sender_name }) =>
    sender_name === null ? external_id : `${external_id} (${sender_name})`,
  )
  const others = waiting.length === 0 ? [] : [t('decision.rivalRequests', { list: formats.list(waiting) })]
  const { reason } = decision
  // "No movement had arrived" says it all, and so does that a person rejected the nearest.
  const [nearest] = candidates
  if (reason.code === 'nothing_similar' && (nearest === undefined || nearest.reason === 'rejected')) return []
  switch (reason.code) {
    case 'interchangeable':
      return [t('decision.interchangeable', { n: formats.number(reason.count) })]
    case 'counts_differ':
      return [t('decision.counts_differ', { requests: reason.requests, movements: reason.movements }), ...others]
    case 'group_too_large':
      return [t('decision.group_too_large', { n: formats.number(reason.nodes) })]
    case 'clear':
    case 'rivals':
    case 'waits_for_person':
    case 'unsure_as_a_whole':
    case 'below_acceptance':
    case 'nothing_similar':
    case 'taken_by_others':
      return [t(`decision.${reason.code}`), ...others]
  }
}
