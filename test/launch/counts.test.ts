import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { add, lineOf, playwrightCounts, vitestCounts } from '../support/counts.ts'
import { makeFolder } from '../support/folder.ts'

const reportOf = (content: unknown) => {
  const file = join(makeFolder(), 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}
const unit = { numPassedTests: 4, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }
const screens = { stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 3 } }

it('sums up both runners in one line', () => {
  const sum = add(vitestCounts(reportOf(unit), 0), playwrightCounts(reportOf(screens), 1))
  expect(lineOf(sum)).toBe('7 passed, 1 failed, 5 skipped')
})

it('counts a runner that fails without a failed test, or says nothing, as one failure', () => {
  expect(vitestCounts(reportOf(unit), 1).failed).toBe(1)
  expect(vitestCounts('/nowhere/report.json', 0).failed).toBe(1)
  expect(playwrightCounts('/nowhere/report.json', 0).failed).toBe(1)
})
