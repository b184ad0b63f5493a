import type { TFunction } from 'i18next'
import type { Attempt, Candidate, Reason, Request, RequestDetail } from '../../api-types.ts'
import type { Formats } from '../../shared/formats.ts'
import { decisionSentences } from './reason-sentences.ts'

type Compared = Attempt['candidates'][number]
/** A movement as it stands now. */
type Nearest = Pick<Candidate, 'sender_name' | 'amount' | 'currency' | 'reason'> & {
  readonly received_at: string | null
}

const fits: ReadonlySet<Reason> = new Set<Reason>([
  'reference',
  'alias',
  'same_name',
  'likely_name',
  'weak_name',
  'unknown_name',
  'no_sender',
])

/** Passed amount, currency and window, and its name could be the one. */
export const isFit = (candidate: { readonly reason: Reason; readonly score: number }): boolean =>
  fits.has(candidate.reason) && candidate.score > 0

interface Say {
  readonly t: TFunction
  readonly formats: Formats
  readonly now: number
}

/** "Juan Pérez, 12 May". */
const who = (
  { sender_name, received_at }: Pick<Compared, 'sender_name' | 'received_at'>,
  { t, formats, now }: Say,
): string => {
  const name = sender_name ?? t('movements.noSender')
  return received_at === null ? name : t('attempt.who', { name, date: formats.date(received_at, now) })
}

const counted = (count: number, { t, formats }: Say): string =>
  count >= 2 && count <= 9 ? t(`attempt.number.n${count as 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`) : formats.number(count)

const failureWords = (reason: string | null, t: TFunction): string => {
  if (reason === 'timeout') return t('attempt.timeout')
  return reason === null || reason === 'system_error' ? t('attempt.systemError') : reason
}

/** Nobody reads forty names in a sentence. */
const named = 3

/**
 * What one comparison found, as a sentence with its reason: "Two movements of 1,500.00 UYU fit: Juan Pérez, 12 May and
 * Juan Pérez Gómez, 13 May."
 */
export function attemptSentence(attempt: Attempt, request: Pick<Request, 'amount' | 'currency'>, say: Say): string {
  const { t, formats } = say
  const amount = `${formats.money(request.amount)} ${request.currency}`
  const { candidates } = attempt
  const fitting = candidates.filter(isFit)

  switch (attempt.result) {
    case 'matched': {
      const chosen = candidates.find(({ bank_transaction_id: id }) => id === attempt.selected_transaction_id)
      if (!chosen) return t('attempt.matched', { amount })
      const reason = t(`reason.${chosen.reason}`)
      const others = fitting.length - (isFit(chosen) ? 1 : 0)
      const sentence = t('attempt.matchedWith', { who: who(chosen, say), reason, amount })
      // A person's choice was not compared with the others, and the parts of a split are no rivals.
      return others > 0 && attempt.decision !== null
        ? `${sentence} ${t('attempt.better', { count: others, n: counted(others, say) })}`
        : sentence
    }
    case 'ambiguous': {
      const list = fitting.slice(0, named).map((candidate) => who(candidate, say))
      const more = fitting.length - list.length
      if (more > 0) list.push(t('attempt.more', { count: more, n: formats.number(more) }))
      // One movement alone is ambiguous when another request wants it just as much (spec 3.7).
      if (fitting.length < 2) return t('attempt.contested', { amount, who: list[0] ?? '' })
      return t('attempt.several', { number: counted(fitting.length, say), amount, list: formats.list(list) })
    }
    case 'not_found': {
      const nearest = candidates[0]
      return nearest ? nearestSentence(nearest, amount, say) : t('attempt.none', { amount })
    }
    case 'failed':
      return t('attempt.failed', { reason: failureWords(attempt.reason, t) })
  }
}

const nearestSentence = (nearest: Nearest, amount: string, say: Say): string =>
  say.t('attempt.nearest', {
    amount,
    found: `${say.formats.money(nearest.amount)} ${nearest.currency}`,
    who: who(nearest, say),
    reason: say.t(`reason.${nearest.reason}`),
  })

/**
 * What stands above the candidates: the last finding, and the question while it is open. What came near since the last
 * comparison, of another amount, say, is named as it stands now.
 */
export function openQuestion(request: RequestDetail, candidates: readonly Candidate[], say: Say): string {
  const last = request.attempts.at(-1)
  if (!last) return ''
  const [nearest] = candidates
  if (last.result === 'not_found' && last.candidates.length === 0 && nearest && !isFit(nearest))
    return nearestSentence(nearest, `${say.formats.money(request.amount)} ${request.currency}`, say)
  const sentence = [attemptSentence(last, request, say), ...decisionSentences(last, request.rivals, say)].join(' ')
  return request.status === 'ambiguous' ? `${sentence} ${say.t('attempt.which')}` : sentence
}
