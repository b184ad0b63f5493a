import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Numbers of the browsers that use a profile, by their command lines; not of what they started themselves. */
export function browsersOf(profileDir: string): number[] {
  // Each is looked at once: what ends meanwhile must not count as something else.
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: commandOf(Number(name)), parent: parentOf(Number(name)) }))
    .filter(({ command, parent }) => parent > 0 && command.includes(`--user-data-dir=${profileDir} `))
  return all
    .filter(({ command, parent }) => !command.includes('--type=') && !all.some(({ pid }) => pid === parent))
    .map(({ pid }) => pid)
}

const parentOf = (pid: number): number => {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    // It has ended.
    return 0
  }
}

/** Empty when it has ended. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    // It has ended.
    return ''
  }
}

/** Ends the browser that uses a profile as a crash would: its lock names its process, `<host>-<pid>`. */
export function killBrowserOf(profileDir: string): void {
  const pid = Number(readlinkSync(join(profileDir, 'SingletonLock')).split('-').at(-1))
  process.kill(pid, 'SIGKILL')
}
