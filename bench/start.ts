import { residentMb, round, startProgram, tempDataDir } from './processes.ts'

const starts = 7
const idleMs = 5000

/** Start of the built program to an answer of `/health`: the first on an empty folder, and the median of later ones. */
export async function coldStart() {
  const data = tempDataDir()
  try {
    const times: number[] = []
    for (let i = 0; i <= starts; i++) {
      const program = await startProgram(data.path)
      times.push(program.startedInMs)
      await program.stop()
    }
    const [first = 0, ...later] = times
    const sorted = later.toSorted((a, b) => a - b)
    return { first_ms: round(first), median_ms: round(sorted[Math.floor(sorted.length / 2)] ?? 0), starts }
  } finally {
    data.remove()
  }
}

/** Resident memory of the built program some seconds after its start, without anything to do. */
export async function idleMemory(): Promise<number | null> {
  const data = tempDataDir()
  const program = await startProgram(data.path)
  try {
    await new Promise((resolve) => setTimeout(resolve, idleMs))
    return residentMb(program.pid)
  } finally {
    await program.stop()
    data.remove()
  }
}
