import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** The built browser host as a process of its own; ended with the test. */
export function runBrowserHost(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const entry = join(root, 'dist', 'main', 'serve.js')
  const child: ChildProcess = spawn(process.execPath, [entry, '--no-open', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let out = ''
  let said = ''
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      out += String(chunk)
      if (out.includes('\n')) resolve(out.slice(0, out.indexOf('\n')))
    })
    child.once('exit', (code) => reject(new Error(`Ended with ${code} before its first line:\n${said}`)))
  })
  const started = firstLine.then(
    (line) => JSON.parse(line) as { url: string; port: number; pid: number; data_dir: string },
  )
  // Starts that are meant to fail are judged by their exit code.
  started.catch(() => undefined)
  child.stderr?.on('data', (chunk) => {
    said += String(chunk)
  })
  const exit = once(child, 'exit').then(([code]) => code as number | null)
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await exit
  })
  return {
    started,
    exit,
    said: () => said,
    stop(signal: NodeJS.Signals = 'SIGTERM') {
      child.kill(signal)
      return exit
    },
  }
}
