import { monitorEventLoopDelay } from 'node:perf_hooks'
import { detect, headBytes } from '../main/core/statements/detect.ts'
import { readEvents } from '../main/core/statements/read.ts'
import { camtFile, csvFile } from './statement-data.ts'

/** A process of its own for one file, so that its memory is the reader's: `statement-reader.ts <camt|csv> <entries>`. */
async function measure(kind: string, count: number): Promise<Record<string, unknown>> {
  const file = () => (kind === 'csv' ? csvFile(count) : camtFile(count))
  const head: Uint8Array[] = []
  for await (const chunk of file()) {
    head.push(chunk)
    if (head.reduce((sum, part) => sum + part.length, 0) > headBytes) break
  }
  const first = Buffer.concat(head).subarray(0, headBytes)
  const beforeDetection = performance.now()
  detect(first)
  const detection = performance.now() - beforeDetection

  let bytes = 0
  async function* counted() {
    for await (const chunk of file()) {
      bytes += chunk.length
      yield chunk
    }
  }
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const began = performance.now()
  const cpuBefore = process.cpuUsage()
  const { events } = await readEvents(counted())
  let entries = 0
  let proof = 'none'
  let turn = performance.now()
  for await (const group of events) {
    for (const event of group) {
      if (event.kind === 'entry') entries += 1
      if (event.kind === 'proof') proof = event.proof.proof.status
    }
    // Streams that always have data never let timers in; a worker that stores gives way as well.
    if (performance.now() - turn > 10) {
      await new Promise((resolve) => setImmediate(resolve))
      turn = performance.now()
    }
  }
  const ms = performance.now() - began
  const cpu = process.cpuUsage(cpuBefore)
  delay.disable()
  return {
    kind,
    entries,
    proof,
    mb: Math.round(bytes / 1e6),
    detection_ms: Math.round(detection * 10) / 10,
    ms: Math.round(ms),
    cpu_ms: Math.round((cpu.user + cpu.system) / 1000),
    longest_pause_ms: Math.round(delay.max / 1e6),
    peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

measure(process.argv[2] ?? 'camt', Number(process.argv[3] ?? 250_000)).then(
  (result) => process.stdout.write(`${JSON.stringify(result)}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exitCode = 1
  },
)
