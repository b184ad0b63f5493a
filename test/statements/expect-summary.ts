import { expect } from 'vitest'
import { asJson } from '../../main/node/statements/print.ts'
import type { FileSummary } from '../../main/node/statements/summarise.ts'
import type { Expectation, ExpectedStatement } from './samples/expectation.ts'

const inJson = ({ credits, debits, difference: _, booked: __, ...rest }: ExpectedStatement) => ({
  ...rest,
  entries: credits[0] + debits[0],
  credit_count: credits[0],
  credit_sum: credits[1],
  debit_count: debits[0],
  debit_sum: debits[1],
})

/** Holds what the command prints of one file with `--json` against what the file says to the eye. */
export function expectSummary(summary: FileSummary, wanted: Expectation): void {
  const [read] = JSON.parse(asJson([summary])).files
  if ('error' in wanted) {
    expect(read.error?.code).toBe(wanted.error)
    expect(read.statements).toEqual([])
    return
  }
  expect(read.error).toBeNull()
  expect(read.format).toBe(wanted.format)
  expect(read.statements).toEqual(wanted.statements.map(inJson))
  const differences = summary.statements.map(({ proof }) => (proof.difference ? String(proof.difference) : undefined))
  expect(differences).toEqual(wanted.statements.map(({ difference }) => difference))
  if (wanted.warnings !== undefined) expect(read.warnings).toEqual(wanted.warnings)
}
