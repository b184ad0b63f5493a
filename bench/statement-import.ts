import { createWriteStream, openAsBlob } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { call, send } from './http.ts'
import { cpuMs, residentMb, round, startProgram, tempDataDir } from './processes.ts'
import { alwaysCredit, camtFile } from './statement-data.ts'

/** Between two looks at the program while it imports. */
const lookMs = 20

interface Place {
  readonly path: string
  readonly token: string
  /** Entries that the answer says were stored, and what it says of the balances. */
  readonly storedIn: (answer: Answer) => { readonly stored: number; readonly proof: string | undefined }
}

interface Answer {
  readonly imported: number
  readonly inserted: number
  readonly statements: readonly { readonly proof_status?: string; readonly proof?: string }[]
}

/**
 * A camt.053 of that many entries sent to a run of the built program, read, proved and stored. Meanwhile another caller
 * asks for `/health`: its longest wait is what the window would feel. Target: 250,000 within 20 s, below 400 MB.
 */
export const statementImport = (entries: number) =>
  importInto(entries, camtFile(entries), async (at, token) => {
    const ledger = { code: '1810', type: 'asset', currency_code: 'EUR', is_reconcilable: true }
    await call('POST', at('/v1/ledgers'), { body: ledger, token })
    const runs = '/v1/ledgers/reconciliation/runs'
    const run = await call<{ id: string }>('POST', at(runs), { body: { ledger_id: '1810' }, token })
    return {
      path: `${runs}/${run.id}/sources/upload`,
      token,
      storedIn: ({ imported, statements }) => ({ stored: imported, proof: statements[0]?.proof_status }),
    }
  })

/** The same number of credits into the movements of an account: each passes through the ingest of every source. */
export const movementImport = (entries: number) =>
  importInto(entries, camtFile(entries, alwaysCredit), async (at, token) => {
    await call('PUT', at('/me/operation-mode'), { body: { mode: 'reconcile' }, token })
    const banks = await call<{ id: string; code: string }[]>('GET', at('/banks'), { token })
    const bankId = banks.find(({ code }) => code === 'other-bank')?.id
    const account = await call<{ id: string }>('POST', at('/accounts'), { body: { bankId, name: 'Bench' }, token })
    return {
      path: `/accounts/${account.id}/movements/import`,
      token,
      storedIn: ({ inserted, statements }) => ({ stored: inserted, proof: statements[0]?.proof }),
    }
  })

async function importInto(
  entries: number,
  content: AsyncIterable<Uint8Array>,
  open: (at: (path: string) => string, token: string) => Promise<Place>,
) {
  const data = tempDataDir()
  const program = await startProgram(data.path)
  try {
    const at = (path: string) => new URL(path, program.url).href
    const user = { email: 'bench@example.com', password: 'Correct-Horse-42' }
    await call('POST', at('/auth/register'), { body: user })
    const { token } = await call<{ token: string }>('POST', at('/auth/login'), { body: user })
    const place = await open(at, token)
    const file = join(data.path, 'statement.xml')
    await pipeline(Readable.from(content), createWriteStream(file))

    const form = new FormData()
    form.set('file', await openAsBlob(file), 'statement.xml')
    const cpuBefore = cpuMs(program.pid)
    const watch = watchProgram(program)
    const began = performance.now()
    const response = await fetch(at(place.path), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    })
    const answer = (await response.json()) as Answer
    const ms = performance.now() - began
    const { stored, proof } = response.status === 201 ? place.storedIn(answer) : { stored: 0, proof: undefined }
    if (stored !== entries)
      throw new Error(`the import answered ${response.status}: ${JSON.stringify(answer).slice(0, 300)}`)
    const seen = await watch.end()
    const cpuAfter = cpuMs(program.pid)
    const cpu_ms = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore
    return { entries, ms: round(ms), cpu_ms, proof, ...seen }
  } finally {
    await program.stop()
    data.remove()
  }
}

/** Asks for `/health` again and again: how long it waited, and the most memory the program held. */
export function watchProgram(program: { readonly url: string; readonly pid: number }) {
  const waits: number[] = []
  let peakMb = 0
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      const asked = performance.now()
      await send('GET', new URL('/health', program.url).href)
      waits.push(performance.now() - asked)
      peakMb = Math.max(peakMb, residentMb(program.pid) ?? 0)
      await new Promise((resolve) => setTimeout(resolve, lookMs))
    }
  })()
  return {
    async end() {
      isOver = true
      await watching
      const sorted = waits.toSorted((a, b) => a - b)
      const share = (part: number) => round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0)
      return { peak_mb: round(peakMb), health_p50_ms: share(0.5), health_p99_ms: share(0.99), health_max_ms: share(1) }
    },
  }
}
