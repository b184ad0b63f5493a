import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { send } from './http.ts'

export const root = join(import.meta.dirname, '..')

/** As the build says where it puts things. */
const built = process.env.RECONBANKER_BUILD_DIR ?? join(root, 'dist')

export interface Running {
  readonly url: string
  readonly pid: number
  /** All that the first line said. */
  readonly line: Readonly<Record<string, unknown>>
  stop(): Promise<void>
}

/** Starts a Node program whose first line on stdout is a JSON object with `url`. */
export async function start(args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await firstLine(child)
  const told = JSON.parse(line) as { url: string }
  return {
    url: told.url,
    line: told,
    pid: child.pid ?? 0,
    stop: async () => {
      if (child.exitCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code} before its first line`)))
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve)
  })
}

export const startReceiver = (): Promise<Running> => start([join(root, 'bench', 'receiver.ts')])

/** The built browser host on a data folder, ready when `/health` answers. */
export async function startProgram(dataDir: string): Promise<Running & { readonly startedInMs: number }> {
  const began = performance.now()
  const program = await start([
    join(built, 'main', 'serve.js'),
    '--data-dir',
    dataDir,
    '--port',
    '0',
    '--allow-local-targets',
    '--no-open',
  ])
  const health = await send('GET', new URL('/health', program.url).href)
  if (health.status !== 200) throw new Error(`/health answered ${health.status}`)
  return { ...program, startedInMs: performance.now() - began }
}

/** A new folder for one run, with what removes it. */
export function tempDataDir(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'reconbanker-bench-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Resident memory of a process in MB (10^6 bytes), or `null` where the system does not say. */
export function residentMb(pid: number): number | null {
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found ? round((Number(found[1]) * 1024) / 1e6) : null
  } catch {
    return null
  }
}

/** Memory of everything that a process started, in MB, shared pages counted once (PSS); `null` as above. */
export function memoryOfTree(pid: number): number | null {
  try {
    const parents = new Map<number, number>()
    for (const name of readdirSync('/proc'))
      if (/^\d+$/.test(name)) parents.set(Number(name), numberIn(`/proc/${name}/status`, /^PPid:\s+(\d+)/m))
    const isBelow = (each: number): boolean => {
      const parent = parents.get(each)
      return parent !== undefined && parent !== 0 && (parent === pid || isBelow(parent))
    }
    const below = [...parents.keys()].filter(isBelow)
    return round(
      below.reduce((sum, each) => sum + numberIn(`/proc/${each}/smaps_rollup`, /^Pss:\s+(\d+) kB/m), 0) * (1024 / 1e6),
    )
  } catch {
    return null
  }
}

/** 0 for a process that has ended meanwhile. */
function numberIn(file: string, pattern: RegExp): number {
  try {
    return Number(pattern.exec(readFileSync(file, 'utf8'))?.[1] ?? 0)
  } catch {
    // It has ended.
    return 0
  }
}

/** CPU time of a process so far in ms, user and system; steadier than the clock on a busy machine. `null` as above. */
export function cpuMs(pid: number): number | null {
  try {
    // Fields 14 and 15, counted after the name in brackets, in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return null
  }
}

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits))
