import type { Aliases } from '../matching/assignment/types.ts'

/** Only those that are `on` are used: confirmed often enough, or switched on by a person. */
export type AliasState = 'proposed' | 'on' | 'off'

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
