import type { StatementFormat } from '../../../main/core/statements/types.ts'
import type { Expectation, ExpectedStatement } from '../samples/expectation.ts'

// What most of the files hold: 100.00, then 1,000.00 in and 4.20 out.
export const lines = { credits: [1, '100000'], debits: [1, '420'] } as const
export const proved = { opening: '10000', closing: '109580', proof: 'proved' } as const
export const noOpening = { opening: null, closing: '109580', proof: 'not_provable' } as const
export const noBalance = { opening: null, closing: null, proof: 'not_provable' } as const
export const nameless = { account: null, currency: null } as const
export const none = [0, '0'] as const

/** A file of the format that has to be read as these statements. */
export const read =
  (format: StatementFormat) =>
  (file: string, ...statements: readonly ExpectedStatement[]): Expectation => ({ file, format, statements })

/** A table of the folder of tables. */
export const table = (name: string, ...statements: readonly ExpectedStatement[]): Expectation =>
  read('csv')(`csv/${name}`, ...statements)
