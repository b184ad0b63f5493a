import { makeBooks } from '../test/ledger/engine/generated/make-books.ts'
import { fillRun } from '../test/ledger/support/many-lines.ts'
import { call, send } from './http.ts'
import { round, startProgram, tempDataDir } from './processes.ts'
import { watched } from './watch.ts'

interface Named {
  readonly id: string
}

const seed = 112
/** Groups of the generator per line that it makes. */
const groupsPerLine = 0.83
const decisions = 40

const spread = (times: readonly number[]) => {
  const sorted = times.toSorted((a, b) => a - b)
  const share = (part: number) => round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0)
  return { median_ms: share(0.5), p95_ms: share(0.95) }
}

async function timesOf(things: readonly Named[], act: (thing: Named) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (const thing of things) {
    const began = performance.now()
    await act(thing)
    times.push(performance.now() - began)
  }
  return times
}

/**
 * A run of about that many lines beside as many entries in the built program: one matching pass, a page of the worklist,
 * single decisions, and the report as files. Targets: 10,000 within 3 s and 100,000 within 40 s and 1 GB; a decision 20 ms;
 * a report of 10,000 lines 5 s.
 */
export async function bookWork(lines: number) {
  const data = tempDataDir()
  const program = await startProgram(data.path)
  try {
    const at = (path: string) => new URL(path, program.url).href
    const user = { email: 'bench@example.com', password: 'Correct-Horse-42' }
    await call('POST', at('/auth/register'), { body: user })
    const { token } = await call<{ token: string }>('POST', at('/auth/login'), { body: user })
    const ledger = (code: string, isBank: boolean) =>
      call<Named>('POST', at('/v1/ledgers'), {
        body: { code, type: 'asset', currency_code: 'EUR', is_reconcilable: isBank },
        token,
      })
    const [bank, other] = [await ledger('1810', true), await ledger('1200', false)]
    const base = '/v1/ledgers/reconciliation'
    const run = await call<Named>('POST', at(`${base}/runs`), { body: { ledger_id: '1810' }, token })
    const { input } = makeBooks(seed, Math.round(lines * groupsPerLine))
    fillRun(input, { dataDir: data.path, runId: run.id, ledgerId: bank.id, otherId: other.id })

    const pathOfRun = `${base}/runs/${run.id}`
    const pass = await watched(program, () => call('POST', at(`${pathOfRun}/auto-match`), { token }))

    const page = () => call<{ data: readonly Named[] }>('GET', at(`${pathOfRun}/worklist?limit=100`), { token })
    const { data: open } = await page()
    const pages = await timesOf(open.slice(0, 20), page)
    const decide = (verb: string) => (match: Named) =>
      call('POST', at(`${base}/matches/${match.id}/${verb}`), { token })
    const accepted = await timesOf(open.slice(0, decisions), decide('accept'))
    const rejected = await timesOf(open.slice(decisions, 2 * decisions), decide('reject'))

    const report = async (format: string) => {
      const file = await watched(program, async () => {
        const { status } = await send('GET', at(`${pathOfRun}/report?format=${format}`), { token })
        if (status !== 200) throw new Error(`the report answered ${status}`)
      })
      return [format, file] as const
    }
    const reports = lines > 10_000 ? {} : Object.fromEntries([await report('xlsx'), await report('pdf')])
    return {
      lines: input.items.length,
      entries: input.entries.length,
      pass,
      worklist_page: spread(pages),
      accept: spread(accepted),
      reject: spread(rejected),
      reports,
    }
  } finally {
    await program.stop()
    data.remove()
  }
}
