import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { AppError, messageOf } from '../errors.ts'
import type { Log } from '../ports.ts'
import { minute } from '../time.ts'
import { findBrowser, findOwnBuild } from './find.ts'

/** What `ensureBrowser` needs from the machine; the defaults are the real ones. */
export interface Machine {
  find(): string | null
  findOwn(): Promise<string | null>
  /** Runs a program to its end; rejects with what it printed when it fails. */
  run(command: string, args: readonly string[], env?: Readonly<Record<string, string>>): Promise<void>
  readonly isDebian: boolean
  readonly isRoot: boolean
}

const installLimitMs = 15 * minute

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: installLimitMs,
    })
    let said = ''
    const keep = (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-2000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(said.trim().split('\n').slice(-3).join(' ') || `it ended with code ${code}`))
    })
  })
}

const thisMachine = (): Machine => ({
  find: findBrowser,
  findOwn: findOwnBuild,
  run,
  isDebian: existsSync('/etc/debian_version'),
  isRoot: process.getuid?.() === 0,
})

const playwrightCli = () => join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js')

/**
 * Path of a browser that can read banks: an installed one, else Playwright's own build, downloaded once, else the
 * distribution's Chromium when running as root on a Debian-like machine. May take minutes: hosts call it in the
 * background. Throws `browser.missing` with the command to run when there is none and none could be had.
 */
export async function ensureBrowser(log: Log, machine: Machine = thisMachine()): Promise<string> {
  const present = machine.find() ?? (await machine.findOwn())
  if (present !== null) return present

  const tries = [() => download(machine), ...(machine.isDebian && machine.isRoot ? [() => fromDebian(machine)] : [])]
  const reasons: string[] = []
  for (const attempt of tries) {
    log.info('browser_install_started', { attempt: reasons.length + 1 })
    try {
      await attempt()
      const path = machine.find() ?? (await machine.findOwn())
      if (path !== null) {
        log.info('browser_installed', { path })
        return path
      }
      reasons.push('the installation ended without a browser')
    } catch (error) {
      reasons.push(messageOf(error))
      log.warn('browser_install_failed', { message: messageOf(error) })
    }
  }
  throw noBrowser(machine, ` and it could not be installed (${reasons.at(-1)})`)
}

/** Path of a browser that is there now; throws `browser.missing` with the command to run. */
export async function requireBrowser(machine: Machine = thisMachine()): Promise<string> {
  const present = machine.find() ?? (await machine.findOwn())
  if (present === null) throw noBrowser(machine, '')
  return present
}

function noBrowser(machine: Machine, more: string): AppError {
  const command = machine.isDebian ? 'sudo apt-get install -y chromium' : 'npx playwright install chromium'
  return new AppError(
    'unavailable',
    'browser.missing',
    `No browser was found to read banks with${more}. Install Google Chrome, Microsoft Edge or Chromium, for example with: ${command}`,
  )
}

// Only Node runs this: the packed desktop program is no bare Node, and asks for an installed browser (requireBrowser).
const download = (machine: Machine) => machine.run(process.execPath, [playwrightCli(), 'install', 'chromium'])

async function fromDebian(machine: Machine): Promise<void> {
  const install = () => machine.run('apt-get', ['install', '-y', 'chromium'], { DEBIAN_FRONTEND: 'noninteractive' })
  try {
    await install()
  } catch {
    // A fresh machine has no package lists yet.
    await machine.run('apt-get', ['update'])
    await install()
  }
}
