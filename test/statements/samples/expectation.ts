import type { ProofStatus, StatementFormat } from '../../../main/core/statements/types.ts'

/** Minor units as text, null where the file does not say. */
type Amount = string | null

export interface ExpectedStatement {
  readonly account: string | null
  readonly currency: string | null
  readonly opening: Amount
  readonly closing: Amount
  readonly credits: readonly [count: number, sum: string]
  readonly debits: readonly [count: number, sum: string]
  readonly proof: ProofStatus
  /** Closing less opening and lines, where it is not proved. */
  readonly difference?: string
  /** Day and signed minor units of every booked line, in the file's order. */
  readonly booked?: readonly string[]
}

/** What a sample must read as, found out by reading the file by eye. `file` is below the folder of samples. */
export type Expectation =
  | { readonly file: string; readonly error: string }
  | {
      readonly file: string
      readonly format: StatementFormat
      readonly warnings?: readonly string[]
      readonly statements: readonly ExpectedStatement[]
    }
