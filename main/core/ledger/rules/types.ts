import type { RuleConditions } from '../engine/types.ts'
import type { ClosingReason } from '../items/service.ts'

/** A closing that a rule was learned from, as it was then. */
export interface RuleExample {
  readonly itemId: string
  readonly date: string
  readonly amount: number
  readonly text: string
}

/** What is proposed for lines that nothing matched (6.8). Amounts are minor units. */
export interface Rule {
  readonly id: string
  readonly userId: string
  /** Null: for every ledger. */
  readonly ledgerId: string | null
  /** First rule that holds wins. */
  readonly position: number
  readonly origin: 'learned' | 'user'
  readonly state: 'proposed' | 'active' | 'disabled'
  readonly conditions: RuleConditions
  readonly action: {
    readonly kind: 'close'
    readonly ledgerId: string
    readonly reason: ClosingReason
    /** Closed without a click below this amount, where the ledger allows it; absent: always asks. */
    readonly unattendedBelow?: number
  }
  readonly examples: readonly RuleExample[]
  readonly hits: number
  readonly accepted: number
  readonly rejected: number
  /** Outcomes of the last ten uses, newest last: `a` accepted, `r` rejected. */
  readonly recent: string
  readonly lastUsedAt: number | null
  readonly version: number
  readonly createdAt: number
  readonly modifiedAt: number
}
