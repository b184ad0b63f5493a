import type { TFunction } from 'i18next'
import type { Act } from '../../api-types.ts'
import type { Formats } from '../../shared/formats.ts'

interface Say {
  readonly t: TFunction
  readonly formats: Formats
  readonly now: number
}

interface Paid {
  readonly sender_name: string | null
  readonly received_at: string
}

/** "Juan Pérez, 12 May and Juan Pérez Gómez, 13 May". */
export const payersSentence = (movements: readonly Paid[], { t, formats, now }: Say): string =>
  formats.list(
    movements.map(({ sender_name, received_at }) =>
      t('attempt.who', { name: sender_name ?? t('movements.noSender'), date: formats.date(received_at, now) }),
    ),
  )

const isPaid = (value: unknown): value is Paid => typeof value === 'object' && value !== null && 'received_at' in value

/** What a person did, as a sentence. */
export function actSentence(act: Act, say: Say): string {
  const { t } = say
  const who = act.by ?? t('act.somebody')
  if (act.kind !== 'reject') return t(`act.${act.kind}`, { who })
  const isTakenBack = act.after?.state === 'open'
  const offered = act.before?.candidates
  if (!Array.isArray(offered)) return t(isTakenBack ? 'act.reopen' : 'act.reject', { who })
  const list = payersSentence(offered.filter(isPaid), say)
  if (list === '') return t(isTakenBack ? 'refusal.takenBackNothing' : 'refusal.actNothing', { who })
  return t(isTakenBack ? 'refusal.takenBack' : 'refusal.act', { who, list })
}
