import { send } from './http.ts'
import { cpuMs, residentMb, round } from './processes.ts'

/** Between two looks at the program while it imports. */
const lookMs = 20

/**
 * Does something with the program while another caller asks for `/health`: how long it took, what it took of the processor,
 * the most memory the program held, and how long the other caller waited, which is what the window would feel.
 */
export async function watched(program: { readonly url: string; readonly pid: number }, work: () => Promise<unknown>) {
  const before = cpuMs(program.pid)
  const watch = watchProgram(program)
  const began = performance.now()
  await work()
  const ms = round(performance.now() - began)
  const seen = await watch.end()
  const after = cpuMs(program.pid)
  return { ms, cpu_ms: before === null || after === null ? null : after - before, ...seen }
}

function watchProgram(program: { readonly url: string; readonly pid: number }) {
  const waits: number[] = []
  let peakMb = 0
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      const asked = performance.now()
      await send('GET', new URL('/health', program.url).href)
      waits.push(performance.now() - asked)
      peakMb = Math.max(peakMb, residentMb(program.pid) ?? 0)
      await new Promise((resolve) => setTimeout(resolve, lookMs))
    }
  })()
  return {
    async end() {
      isOver = true
      await watching
      const sorted = waits.toSorted((a, b) => a - b)
      const share = (part: number) => round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0)
      return { peak_mb: round(peakMb), health_p50_ms: share(0.5), health_p99_ms: share(0.99), health_max_ms: share(1) }
    },
  }
}
