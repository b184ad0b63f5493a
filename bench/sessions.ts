import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { practiceBankCode } from '../main/demo/bank-files.ts'
import { call } from './http.ts'
import { memoryOfTree, residentMb, root, round, start, tempDataDir } from './processes.ts'

const pollSeconds = 20
const startLimitMs = 600_000

interface Running {
  readonly pid: number
  readonly told: string
  api<T>(method: string, path: string, body?: unknown): Promise<T>
  /** An account of the practice bank's user of that number. Returns its id. */
  addAccount(number: number, settings: Readonly<Record<string, unknown>>): Promise<string>
  close(): Promise<void>
}

async function open(users: number, factor: 'none' | 'code'): Promise<Running> {
  const data = tempDataDir()
  const host = await start([join(root, 'bench', 'sessions-host.ts'), data.path, String(users), factor])
  const at = (path: string) => new URL(path, host.url).href
  const owner = { email: 'bench@example.com', password: 'Correct-Horse-42' }
  await call('POST', at('/auth/register'), { body: owner })
  const { token } = await call<{ token: string }>('POST', at('/auth/login'), { body: owner })
  await call('PUT', at('/me/operation-mode'), { body: { mode: 'passthrough' }, token })
  const banks = await call<{ id: string; code: string }[]>('GET', at('/banks'), { token })
  const bankId = banks.find(({ code }) => code === practiceBankCode)?.id
  const api: Running['api'] = (method, path, body) => call(method, at(path), { body, token })
  return {
    pid: host.pid,
    told: String(host.line.told),
    api,
    async addAccount(number, settings) {
      const { id } = await api<{ id: string }>('POST', '/accounts', { bankId, name: `Account ${number}` })
      await api('PUT', `/accounts/${id}/config`, {
        webhook_url: 'http://127.0.0.1:9/hook',
        bank_username: `cliente${number}`,
        bank_password: 'clave',
        ...settings,
      })
      return id
    },
    async close() {
      await host.stop()
      data.remove()
    },
  }
}

const load = () => loadavg().map((value) => round(value))

/**
 * Persistent sessions of a real browser each, watched for some minutes. A poll is missed when a session was not polled for
 * two intervals. Memory is the share of each process (PSS) where the system tells it.
 */
export async function manySessions(count: number, minutes: number) {
  const host = await open(count, 'none')
  try {
    await host.api('PUT', '/settings', { persistent_poll_seconds: pollSeconds, session_upkeep_seconds: 5 })
    const began = performance.now()
    for (let i = 0; i < count; i += 1) await host.addAccount(i, { session_type: 'persistent' })
    const polls = async () => (await call<{ polls: Record<string, number[]> }>('GET', host.told)).polls
    while (Object.keys(await polls()).length < count) {
      if (performance.now() - began > startLimitMs) throw new Error('not every session was polled in ten minutes')
      await wait(500)
    }
    const allPolledAfterMs = performance.now() - began

    const from = Date.now()
    const loadBefore = load()
    await wait((minutes * 60_000) / 2)
    const memory = memoryOfTree(host.pid)
    const program = residentMb(host.pid)
    await wait((minutes * 60_000) / 2)
    const until = Date.now()
    const gaps = Object.values(await polls()).flatMap((times) => {
      // From the last poll before the watch began, so that a session that stopped then is seen as well.
      const seen = [Math.max(...times.filter((at) => at <= from)), ...times.filter((at) => at > from), until]
      return seen.slice(1).map((at, i) => at - (seen[i] ?? at))
    })
    const runs = await host.api<{ id: string }[]>('GET', '/accounts')
    const failed = await host.api<unknown[]>('GET', '/diagnostics/runs')
    return {
      sessions: runs.length,
      minutes,
      poll_seconds: pollSeconds,
      polls: gaps.length - count,
      missed_polls: gaps.filter((gap) => gap > 2 * pollSeconds * 1000).length,
      longest_gap_s: round(Math.max(...gaps) / 1000),
      failed_runs: failed.length,
      all_polled_after_s: round(allPolledAfterMs / 1000),
      browser_mb_per_session: memory === null ? null : round(memory / count),
      program_mb: program,
      load_average_before: loadBefore,
      load_average_after: load(),
    }
  } finally {
    await host.close()
  }
}

const samples = 10

/** Milliseconds from "Run scrape now" of an account to the begin of its reading, while another waits for a code. */
export async function besideCode() {
  const host = await open(samples + 1, 'code')
  try {
    const waiting = await host.addAccount(0, { login_mode: 'assisted' })
    await host.api('POST', `/accounts/${waiting}/scrape`)
    while ((await host.api('GET', `/accounts/${waiting}/otp`)) === null) await wait(100)
    const times: number[] = []
    for (let i = 1; i <= samples; i += 1) {
      const id = await host.addAccount(i, {})
      const asked = Date.now()
      await host.api('POST', `/accounts/${id}/scrape`)
      let run: { started_at: string } | undefined
      while (!run) [run] = await host.api<{ started_at: string }[]>('GET', `/accounts/${id}/runs`)
      times.push(Date.parse(run.started_at) - asked)
      await host.api('POST', `/accounts/${id}/kill`)
    }
    if ((await host.api('GET', `/accounts/${waiting}/otp`)) === null)
      throw new Error('the first login no longer waited')
    return { samples, started_after_ms: { median: median(times), worst: Math.max(...times) }, load_average: load() }
  } finally {
    await host.close()
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
