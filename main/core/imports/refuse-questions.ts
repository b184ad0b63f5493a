import { StatementError } from '../statements/failure.ts'
import type { StatementQuestion } from '../statements/types.ts'

/** Stops a file of which something is still to be said by a person. Throws `confirmation_required` with each question. */
export function refuseQuestions(asked: readonly StatementQuestion[]): void {
  const questions = asked.filter(({ isRemembered }) => !isRemembered)
  if (questions.length === 0) return
  throw new StatementError(
    'confirmation_required',
    questions.map(({ message }) => message).join(' '),
    questions.map((question) => ({
      code: question.code,
      ...(question.params ? { params: question.params } : {}),
      message: `${question.message} Answer with one of: ${question.choices.join(', ')} (now read as ${question.chosen}).`,
    })),
  )
}
