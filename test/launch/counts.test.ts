import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { add, lineOf, playwrightCounts, vitestOutcome } from '../support/counts.ts'
import { makeFolder } from '../support/folder.ts'

const reportOf = (content: unknown) => {
  const file = join(makeFolder(), 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}
const fileOf = (name: string, ...statuses: string[]) => ({
  name,
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, at) => ({
    fullName: `test ${at}`,
    status,
    failureMessages: status === 'failed' ? ['expected 1 to be 2\n at a line'] : [],
  })),
})
const unit = { testResults: [fileOf('a', 'passed', 'passed', 'passed'), fileOf('b', 'passed', 'pending', 'todo')] }
const screens = { stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 3 } }

it('sums up both runners in one line', () => {
  const sum = add(vitestOutcome(reportOf(unit), 0).counts, playwrightCounts(reportOf(screens), 1))
  expect(lineOf(sum)).toBe('7 passed, 1 failed, 5 skipped')
})

it('counts a runner that fails without a failed test, or says nothing, as one failure', () => {
  expect(vitestOutcome(reportOf(unit), 1).counts.failed).toBe(1)
  expect(vitestOutcome('/nowhere/report.json', 0).counts.failed).toBe(1)
  expect(playwrightCounts('/nowhere/report.json', 0).failed).toBe(1)
})

it('names the files and tests that failed, a file that does not load among them, and leaves them out when asked', () => {
  const unloaded = { name: 'd', status: 'failed', message: 'no such module\n at d', assertionResults: [] }
  const report = reportOf({ testResults: [...unit.testResults, fileOf('c', 'passed', 'failed'), unloaded] })
  expect(vitestOutcome(report, 1)).toEqual({
    counts: { passed: 5, failed: 2, skipped: 2 },
    failedFiles: ['c', 'd'],
    failures: [
      { file: 'c', test: 'test 1', why: 'expected 1 to be 2' },
      { file: 'd', test: null, why: 'no such module' },
    ],
  })
  expect(vitestOutcome(report, 1, ['c', 'd']).counts).toEqual({ passed: 4, failed: 0, skipped: 2 })
})

it('counts tests that a crash or a failed hook kept from running as failed, not as skipped', () => {
  const crashed = { ...fileOf('c', 'passed', 'pending', 'pending'), status: 'failed' }
  expect(vitestOutcome(reportOf({ testResults: [...unit.testResults, crashed] }), 1)).toEqual({
    counts: { passed: 5, failed: 2, skipped: 2 },
    failedFiles: ['c'],
    failures: [{ file: 'c', test: null, why: 'its process ended before its tests did' }],
  })
})
