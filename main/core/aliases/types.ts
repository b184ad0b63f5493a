import type { Aliases } from '../matching/assignment/types.ts'

export type AliasState = 'proposed' | 'on' | 'off'

/** A payer's text that a person has confirmed for a customer. */
export interface Alias {
  readonly id: string
  readonly accountId: string
  readonly payer: string
  readonly customer: string
  /** `on`: confirmed often enough, or switched on by a person. Only these are used. */
  readonly state: AliasState
  readonly confirmations: number
  readonly createdAt: number
  readonly updatedAt: number
}

/** What decisions ask of aliases. Everything belongs inside the transaction of the decision. */
export interface AliasBook {
  /** Those in use, as `decide` takes them. */
  inUse(accountId: string): Aliases
  /**
   * A person gave the payer's transfer to the customer's request. Proposes an alias where the names alone would not do.
   * Returns the customer's key when the alias is used from now on.
   */
  confirm(userId: string, request: ConfirmedRequest, payer: string | null): string | null
  /** The decision about the request was taken back. */
  withdraw(requestId: string): void
}

export interface ConfirmedRequest {
  readonly id: string
  readonly accountId: string
  readonly senderName: string | null
}
