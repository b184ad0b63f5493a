import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { zone } from './zone.ts'

export const owner = { email: 'ana@acme.example', password: 'Correct-Horse-42' } as const

export interface Program {
  readonly url: string
  /** A call of the owner to the API; throws when the program refuses it. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>
  /** Creates the owner and chooses the mode by the API, for specs that begin later. */
  settle(mode?: 'reconcile' | 'passthrough'): Promise<void>
  /** Ends the program as an operating system would; the data folder stays until the test is over. */
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '../../..')

/** The real program as a process of its own with a fresh data folder, at a free port of loopback. */
export async function startProgram(flags: readonly string[]): Promise<Program & AsyncDisposable> {
  const dataDir = mkdtempSync(join(tmpdir(), 'reconbanker-e2e-'))
  const args = ['main/launch.ts', 'serve', '--data-dir', dataDir, '--port', '0', '--no-open', ...flags]
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TZ: zone },
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-4000)
  })
  const exited = once(child, 'exit')
  const firstLine = once(createInterface(child.stdout), 'line')
  const told = await Promise.race([firstLine, exited.then(() => null)])
  if (told === null) throw new Error(`The program ended before it was ready:\n${complaints}`)
  const { url } = JSON.parse(String(told[0])) as { url: string }

  let token: string | null = null
  const send = async (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${url}/api${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    })
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    if (token === null && !path.startsWith('/auth')) {
      const answer = await send('POST', '/auth/login', owner)
      token = ((await answer.json()) as { token: string }).token
    }
    const answer = await send(method, path, body)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }

  const stop = async () => {
    child.kill('SIGTERM')
    await exited
  }
  return {
    url,
    call,
    stop,
    async settle(mode = 'reconcile') {
      await call('POST', '/auth/register', owner)
      await call('PUT', '/me/operation-mode', { mode })
    },
    async [Symbol.asyncDispose]() {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
