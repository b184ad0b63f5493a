import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { _electron, type Browser, chromium, type Page } from 'playwright'
import { installedElectron } from '../../main/launch/electron-binary.ts'
import type { FromDouble, ToDouble } from './electron-double/control.ts'
import type { shown } from './electron-double/shell-parts.ts'

const root = join(import.meta.dirname, '..', '..')
const entry = join(root, 'dist', 'main', 'index.js')
const register = join(import.meta.dirname, 'electron-double', 'register.ts')

export type ElectronModule = typeof import('electron')
/** `shown` exists in the double only: trays and toasts cannot be looked at from outside of a real system. */
export type DoubleModule = ElectronModule & { shown: typeof shown }

/** The desktop program, started as a process of its own. */
export interface Desktop {
  readonly page: Page
  /** Runs a function in the main process, with the electron module as its first argument. */
  evaluate<Answer, Argument = undefined>(
    work: (electron: DoubleModule, argument: Argument) => Answer | Promise<Answer>,
    argument?: Argument,
  ): Promise<Answer>
  readonly exit: Promise<number | null>
  kill(signal: NodeJS.Signals): void
  said(): string
  /** Ends what is still there; the test's last step. */
  close(): Promise<void>
}

export interface StartOptions {
  readonly dataDir: string
  readonly env?: Readonly<Record<string, string>>
}

export interface DesktopHost {
  readonly name: string
  /** Why its specs cannot run here, or null. */
  readonly absent: string | null
  start(options: StartOptions): Promise<Desktop>
  /** For starts that end before a window is there. */
  startWithoutWindow(options: StartOptions): Promise<{ code: number | null; said: string }>
}

function collect(child: ChildProcess) {
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += String(chunk)
  })
  const exit = once(child, 'exit').then(([code]) => code as number | null)
  return { exit, said: () => said }
}

async function end(child: ChildProcess, exit: Promise<unknown>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await exit
}

const runDouble = ({ dataDir, env }: StartOptions) => {
  const child = spawn(process.execPath, ['--import', register, entry, '--data-dir', dataDir], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  })
  return { child, ...collect(child) }
}

/** The page's own address may have moved on (its hash), and the browser lists its pages one by one. */
async function pageAt(browser: Browser, origin: string): Promise<Page> {
  const [context] = browser.contexts()
  const isThere = (page: Page) => page.url().startsWith(origin)
  const page = context?.pages().find(isThere) ?? (await context?.waitForEvent('page', isThere))
  if (!page) throw new Error(`No page at ${origin}`)
  return page
}

export const onDouble: DesktopHost = {
  name: 'the double',
  absent: null,
  async start(options) {
    const { child, exit, said } = runDouble(options)
    const answers = new Map<number, (message: FromDouble & { kind: 'answer' }) => void>()
    const window = await new Promise<FromDouble & { kind: 'window' }>((resolve, reject) => {
      child.on('message', (message: FromDouble) => {
        if (message.kind === 'window') resolve(message)
        else answers.get(message.id)?.(message)
      })
      void exit.then((code) => reject(new Error(`Ended with ${code} before a window was there:\n${said()}`)))
    })
    const browser = await chromium.connectOverCDP(window.browser)
    const page = await pageAt(browser, new URL(window.url).origin)
    let calls = 0
    return {
      page,
      exit,
      said,
      kill: (signal) => void child.kill(signal),
      async close() {
        await browser.close()
        await end(child, exit)
      },
      evaluate: (work, argument) =>
        new Promise((resolve, reject) => {
          const id = calls++
          answers.set(id, ({ value, error }) =>
            error === undefined ? resolve(value as never) : reject(new Error(error)),
          )
          child.send({ id, source: work.toString(), argument } satisfies ToDouble)
        }),
    }
  },
  async startWithoutWindow(options) {
    const { exit, said } = runDouble(options)
    return { code: await exit, said: said() }
  },
}

const program = installedElectron(root)

const electronArguments = (dataDir: string) => [
  ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  root,
  '--data-dir',
  dataDir,
]

export const onElectron: DesktopHost = {
  name: 'Electron',
  absent: program === null ? 'skipped: no Electron binary' : null,
  async start({ dataDir, env }) {
    if (program === null) throw new Error('no Electron binary')
    const running = await _electron.launch({
      executablePath: program,
      args: electronArguments(dataDir),
      env: { ...(process.env as Record<string, string>), ...env },
    })
    const child = running.process()
    const { exit, said } = collect(child)
    return {
      page: await running.firstWindow(),
      exit,
      said,
      kill: (signal) => void child.kill(signal),
      close: () => end(child, exit),
      evaluate: (work, argument) => running.evaluate(work as never, argument as never),
    }
  },
  async startWithoutWindow({ dataDir, env }) {
    if (program === null) throw new Error('no Electron binary')
    const child = spawn(program, electronArguments(dataDir), {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env },
    })
    const { exit, said } = collect(child)
    return { code: await exit, said: said() }
  },
}
