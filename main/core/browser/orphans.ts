import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { messageOf } from '../errors.ts'
import type { Log } from '../ports.ts'

const run = promisify(execFile)
const noteName = 'reconbanker-browser.pid'
/** Chromium's own locks; `SingletonLock` names the process that holds the profile: `<host>-<pid>`. */
const locks = ['SingletonLock', 'SingletonCookie', 'SingletonSocket']

/** Notes which process uses a profile, for the start after a crash; Windows has no lock that tells. */
export function noteBrowser(profileDir: string, pid: number | null): void {
  if (pid !== null) writeFileSync(join(profileDir, noteName), String(pid), { mode: 0o600 })
}

/**
 * Ends every browser that still uses one of our profiles and removes the locks it left. Only at start, before any
 * browser is launched: whatever lives then belongs to a run of the program that died. Returns how many were ended.
 */
export async function endOrphanBrowsers(profilesDir: string, log: Log): Promise<number> {
  if (!existsSync(profilesDir)) return 0
  let ended = 0
  for (const name of readdirSync(profilesDir)) {
    const profileDir = join(profilesDir, name)
    try {
      for (const pid of holdersOf(profileDir))
        if ((await commandOf(pid))?.includes(profileDir)) {
          await end(pid)
          ended += 1
          log.warn('orphan_browser_ended', { account: name, pid })
        }
      for (const lock of [...locks, noteName]) rmSync(join(profileDir, lock), { force: true })
    } catch (error) {
      // One profile that cannot be cleaned fails its own account, with its own message.
      log.error('orphan_browser_left', { account: name, message: messageOf(error) })
    }
  }
  return ended
}

function holdersOf(profileDir: string): Set<number> {
  const texts = [
    () => readlinkSync(join(profileDir, 'SingletonLock')).split('-').at(-1),
    () => readFileSync(join(profileDir, noteName), 'utf8'),
  ].map((read) => {
    try {
      return read()
    } catch {
      // No lock, or no note.
      return undefined
    }
  })
  return new Set(texts.map(Number).filter((pid) => Number.isInteger(pid) && pid > 1))
}

/** The command line of a process, `null` when it has ended: a number alone may by now mean another program. */
async function commandOf(pid: number): Promise<string | null> {
  try {
    if (process.platform === 'linux') return await readFile(`/proc/${pid}/cmdline`, 'utf8')
    const [command, ...args] =
      process.platform === 'win32'
        ? [
            'powershell.exe',
            '-NoProfile',
            '-Command',
            `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`,
          ]
        : ['ps', '-o', 'command=', '-p', String(pid)]
    return (await run(command ?? '', args)).stdout
  } catch {
    // There is no such process.
    return null
  }
}

async function end(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  for (let i = 0; i < 100; i += 1) {
    try {
      process.kill(pid, 0)
    } catch {
      // It is gone.
      return
    }
    if ((await commandOf(pid)) === '') return
    await wait(50)
  }
}
