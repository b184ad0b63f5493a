import { createWriteStream, openAsBlob } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Agent, FormData, fetch } from 'undici'
import { call } from './http.ts'
import { startProgram, tempDataDir } from './processes.ts'
import { alwaysCredit, camtFile } from './statement-data.ts'
import { watched } from './watch.ts'

/** The answer comes when everything is stored; on a busy machine that is later than any usual limit. */
const patient = new Agent({ headersTimeout: 0, bodyTimeout: 0 })

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
    let [status, answer]: [number, Answer | null] = [0, null]
    const seen = await watched(program, async () => {
      const response = await fetch(at(place.path), {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: form,
        dispatcher: patient,
      })
      ;[status, answer] = [response.status, (await response.json()) as Answer]
    })
    const { stored, proof } = status === 201 && answer ? place.storedIn(answer) : { stored: 0, proof: undefined }
    if (stored !== entries) throw new Error(`the import answered ${status}: ${JSON.stringify(answer).slice(0, 300)}`)
    return { entries, proof, ...seen }
  } finally {
    await program.stop()
    data.remove()
  }
}
