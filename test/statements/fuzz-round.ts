import { openArchive } from '../../main/core/statements/archive.ts'
import { containerOf } from '../../main/core/statements/detect.ts'
import { StatementError } from '../../main/core/statements/failure.ts'
import { readEvents } from '../../main/core/statements/read.ts'
import { mutate, randomFrom } from './mutate.ts'

const tooSlow = 5000

/** What went wrong with a damaged file: anything but statements or a named refusal within five seconds of processor time. */
export interface Finding {
  readonly seed: number
  readonly what: string
}

/** The damaged file of a seed; the same on every machine that has the same files. */
export function damagedFile(seed: number, files: readonly Buffer[]): Buffer {
  const random = randomFrom(seed)
  const pick = () => files[Math.floor(random() * files.length)] ?? Buffer.alloc(0)
  return mutate(pick(), random, pick())
}

/** Reads the damaged file of a seed as an import would. */
export async function fuzzOnce(seed: number, files: readonly Buffer[]): Promise<Finding | null> {
  const bytes = damagedFile(seed, files)
  const began = process.cpuUsage()
  try {
    if (containerOf(bytes) === 'zip') {
      const { members } = await openArchive(bytes)
      for (const member of members) await drain(member.bytes())
    } else await drain(bytes)
  } catch (error) {
    if (!(error instanceof StatementError))
      return { seed, what: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    if (error.message === '' || !/^[a-z0-9_]+$/.test(error.code))
      return { seed, what: `a refusal without words: ${error.code}` }
  }
  // Processor time: what else the machine does makes no file slow.
  const { user, system } = process.cpuUsage(began)
  const ms = (user + system) / 1_000
  return ms > tooSlow ? { seed, what: `took ${Math.round(ms)} ms of processor time` } : null
}

async function drain(source: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const { events } = await readEvents(source)
  for await (const group of events)
    for (const event of group)
      if (event.kind === 'entry' && event.entry.amount !== null && !Number.isSafeInteger(event.entry.amount))
        throw new Error(`amount ${event.entry.amount}`)
}
