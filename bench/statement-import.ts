import { createWriteStream, openAsBlob } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { call, send } from './http.ts'
import { residentMb, round, startProgram, tempDataDir } from './processes.ts'
import { camtFile } from './statement-data.ts'

/** Between two looks at the program while it imports. */
const lookMs = 20

interface Uploaded {
  readonly imported: number
  readonly statements: readonly { readonly proof_status: string }[]
}

/**
 * A camt.053 of that many entries sent to a run of the built program, read, proved and stored. Meanwhile another caller
 * asks for `/health`: its longest wait is what the window would feel. Target: 250,000 within 20 s, below 400 MB.
 */
export async function statementImport(entries: number) {
  const data = tempDataDir()
  const program = await startProgram(data.path)
  try {
    const at = (path: string) => new URL(path, program.url).href
    const user = { email: 'bench@example.com', password: 'Correct-Horse-42' }
    await call('POST', at('/auth/register'), { body: user })
    const { token } = await call<{ token: string }>('POST', at('/auth/login'), { body: user })
    const ledger = { code: '1810', type: 'asset', currency_code: 'EUR', is_reconcilable: true }
    await call('POST', at('/v1/ledgers'), { body: ledger, token })
    const runs = at('/v1/ledgers/reconciliation/runs')
    const run = await call<{ id: string }>('POST', runs, { body: { ledger_id: '1810' }, token })
    const file = join(data.path, 'statement.xml')
    await pipeline(Readable.from(camtFile(entries)), createWriteStream(file))

    const form = new FormData()
    form.set('file', await openAsBlob(file), 'statement.xml')
    const watch = watchProgram(program)
    const began = performance.now()
    const answer = await fetch(`${runs}/${run.id}/sources/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    })
    const uploaded = (await answer.json()) as Uploaded
    const ms = performance.now() - began
    if (answer.status !== 201 || uploaded.imported !== entries)
      throw new Error(`the import answered ${answer.status}: ${JSON.stringify(uploaded).slice(0, 300)}`)
    const seen = await watch.end()
    return { entries, ms: round(ms), proof: uploaded.statements[0]?.proof_status, ...seen }
  } finally {
    await program.stop()
    data.remove()
  }
}

/** Asks for `/health` again and again: how long it waited, and the most memory the program held. */
function watchProgram(program: { readonly url: string; readonly pid: number }) {
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
