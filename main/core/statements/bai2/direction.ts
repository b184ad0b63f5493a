/** Whether a detail's type code is a credit, a debit, only a message, or one of the bank's own codes. */
export type Direction = 'credit' | 'debit' | 'message' | 'own' | 'unknown'

/** 100–399 credit, 400–699 debit; loans 720–759 credit and 760–799 debit; 890 message; 900–999 the bank's own. */
export function directionOf(type: string): Direction {
  const code = /^\d{3}$/.test(type) ? Number(type) : 0
  if (code >= 100 && code < 400) return 'credit'
  if (code >= 400 && code < 700) return 'debit'
  if (code >= 720 && code < 760) return 'credit'
  if (code >= 760 && code < 800) return 'debit'
  if (code === 890) return 'message'
  return code >= 900 ? 'own' : 'unknown'
}

export const ownCodeChoices = ['by_range', 'credit', 'debit'] as const

/** The standard reserves 920–959 for the bank's credits and 960–999 for its debits, which not every bank heeds. */
export function ownDirection(type: string, answer: string | undefined): 'credit' | 'debit' {
  if (answer === 'credit' || answer === 'debit') return answer
  return Number(type) >= 960 ? 'debit' : 'credit'
}
