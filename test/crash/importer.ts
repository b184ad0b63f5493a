import { readFile } from 'node:fs/promises'
import { createCore } from '../../main/core/core.ts'
import { testPorts } from '../support/ports.ts'

/**
 * A program that will be killed while it imports a statement: starts the core on a data folder, sends the file to a run
 * and says on stdout how many lines were read so far. Arguments: data folder, run, token, file.
 */
const [dataDir = '', runId = '', token = '', path = ''] = process.argv.slice(2)
const core = await createCore(testPorts(dataDir))
await core.start()
const base = `http://core.test/v1/ledgers/reconciliation/runs/${runId}`
const headers = { authorization: `Bearer ${token}` }

const form = new FormData()
form.set('file', new File([await readFile(path)], 'statement.xml'))
core.api.fetch(new Request(`${base}/sources/upload`, { method: 'POST', headers, body: form }), {
  clientAddress: 'importer',
})
setInterval(async () => {
  const answer = await core.api.fetch(new Request(`${base}/progress`, { headers }), { clientAddress: 'importer' })
  const progress = (await answer.json()) as { rows?: number } | null
  process.stdout.write(`${progress?.rows ?? 0}\n`)
}, 10)
