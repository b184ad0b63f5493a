import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createWriteTurn } from '../../main/core/db/write-turn.ts'
import { type LineBatch, readLines } from '../../main/core/ledger/sources/read-lines.ts'
import type { ImportInput } from '../../main/core/ledger/sources/types.ts'
import { takeBatches } from '../../main/core/worker/batches.ts'
import { camt } from '../ledger/support/statement-files.ts'
import { projectRoot } from '../support/ports.ts'
import { tempDir } from '../support/temp-dir.ts'

const file = join(projectRoot, 'main', 'core', 'worker', 'entry.ts')

function inputOf(content: string): ImportInput {
  const path = join(tempDir(), 'statement.xml')
  writeFileSync(path, content)
  const target = { runId: 'r', ledgerId: 'l', currency: 'EUR', identifiers: [], precisionOverride: null }
  const given = {
    idempotencyKey: null,
    mappingId: null,
    mapping: undefined,
    mappings: [],
    signs: {},
    answers: {},
    encoding: null,
  }
  const rest = { excludeLines: [], excludeMembers: [], force: false, actor: 'test', at: 0 }
  return { path, fileName: 'statement.xml', sha256: '', target, ...given, ...rest }
}

const lines = 5_000
const statement = camt({
  entries: Array.from({ length: lines }, (_, at) => ({
    amount: at % 3 === 0 ? -100 - at : 100 + at,
    date: '2025-01-10',
    name: `Größe ${at}`,
    reversal: at % 50 === 0,
  })),
})

const inThread = (input: ImportInput, signal = new AbortController().signal) =>
  takeBatches<LineBatch>({ task: 'ledger.read', file, dataFile: '', turn: createWriteTurn(), input }, signal)

const eventsOf = async (batches: AsyncIterable<LineBatch>) => {
  const events = []
  for await (const batch of batches) events.push(...batch.events)
  return events
}

test('a file read in a thread of its own gives what reading it here gives, in the same order', async () => {
  const input = inputOf(statement)

  const there = await eventsOf(inThread(input))

  expect(there.filter(({ kind }) => kind === 'line')).toHaveLength(lines)
  expect(there).toEqual(await eventsOf(readLines(input, new AbortController())))
}, 60_000)

test('a refusal crosses with its code and places; a loop that is left, or stopped, ends the thread', async () => {
  const cut = inputOf(statement.slice(0, -200))
  await expect(eventsOf(inThread(cut))).rejects.toMatchObject({
    code: 'file_truncated',
    faults: [{ line: expect.any(Number) }],
  })

  const input = inputOf(statement)
  const left = inThread(input)
  for await (const { events } of left) if (events.some(({ kind }) => kind === 'line')) break
  expect(await left.next()).toEqual({ done: true, value: undefined })

  const stopping = new AbortController()
  const stopped = inThread(input, stopping.signal)
  await stopped.next()
  stopping.abort()
  await expect(eventsOf(stopped)).rejects.toThrow('aborted')
}, 60_000)
