import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { damagedFile, fuzzOnce } from './fuzz-round.ts'
import { fuzzSeeds } from './fuzz-seeds.ts'

/**
 * `npm run fuzz -- [--minutes 10] [--seed 1] [--keep FOLDER]`: damages files of every format and reads them. Ends with 1
 * at a crash, a file that takes over five seconds of processor time, or more than 512 MB; the seed repeats the file.
 */
const maxMb = 512

async function fuzz(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      keep: { type: 'string' },
    },
  })
  const files = fuzzSeeds()
  const until = performance.now() + Number(values.minutes) * 60_000
  let seed = Number(values.seed)
  let read = 0
  let findings = 0
  // A reader that never gives way cannot be timed from outside: this line says which file it was.
  const watch = setInterval(() => process.stderr.write(`seed ${seed}, ${read} files, ${findings} findings\n`), 30_000)
  for (; performance.now() < until && findings < 20; seed += 1) {
    const finding = await fuzzOnce(seed, files)
    read += 1
    if (finding !== null) {
      findings += 1
      process.stdout.write(`seed ${finding.seed}: ${finding.what}\n`)
      if (values.keep !== undefined) writeFileSync(join(values.keep, `${seed}.bin`), damagedFile(seed, files))
    }
    if (read % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  clearInterval(watch)
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(`${read} damaged files, ${findings} findings, peak ${peak} MB, next seed ${seed}\n`)
  return findings > 0 || peak > maxMb ? 1 : 0
}

fuzz().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
