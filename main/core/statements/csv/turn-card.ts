import type { ReadOptions, StatementQuestion } from '../types.ts'
import type { Planned } from './make-plan.ts'
import type { Plan } from './plan.ts'

const isCardLike = (suspicion: Planned['suspicion']): boolean =>
  suspicion === 'payments_negative' || suspicion === 'card_positive' || suspicion === 'card_without_signs'

const doubts: ReadonlyMap<Planned['suspicion'], string> = new Map([
  [
    'loan',
    'This looks like a loan whose payments are parted into principal and interest. Do the amounts bring money to this account, or take it?',
  ],
  [
    'purchases_positive',
    'No amount carries a sign, yet some lines are purchases or withdrawals by their kind. If a column says the direction, choose it in the mapping. Do positive amounts bring money, or take it?',
  ],
  [
    'no_signs',
    'No amount carries a sign, and nothing else says its direction. Do the amounts bring money to this account, or take it?',
  ],
])

/** A card's statement whose purchases look positive: turned, once the user has confirmed or as a proposal. */
export function turnCard(
  plan: Plan,
  suspicion: Planned['suspicion'],
  options: ReadOptions,
  questions: StatementQuestion[],
): Plan {
  const answer = options.answers?.amount_sign
  const inverted: Plan = { ...plan, sign: { ...plan.sign, rule: 'inverted' } }
  if (plan.sign.rule !== 'signed') return plan
  if (answer === 'inverted') return inverted
  const doubt = suspicion === null ? undefined : doubts.get(suspicion)
  if (answer === undefined && suspicion !== null && doubt !== undefined) {
    questions.push({
      code: 'amount_sign',
      params: { context: suspicion },
      message: doubt,
      choices: ['as_written', 'inverted'],
      chosen: 'as_written',
      changesAmounts: true,
    })
    return plan
  }
  if (answer !== undefined || !isCardLike(suspicion)) return plan
  questions.push({
    code: 'amount_sign',
    params: { context: 'card' },
    message: 'This looks like a card on which purchases are positive. Do positive amounts take money from the account?',
    choices: ['inverted', 'as_written'],
    chosen: 'inverted',
    changesAmounts: true,
  })
  return inverted
}
