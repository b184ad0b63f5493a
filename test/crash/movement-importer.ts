import { readFile } from 'node:fs/promises'
import { createCore } from '../../main/core/core.ts'
import { testPorts } from '../support/ports.ts'

/**
 * A program that will be killed while it imports a statement into an account or takes the import back: says on stdout
 * what it is at and how many movements there are. Arguments: data folder, account, token, file or id of an import.
 */
const [dataDir = '', accountId = '', token = '', what = ''] = process.argv.slice(2)
const core = await createCore(testPorts(dataDir))
await core.start()
const base = `http://core.test/accounts/${accountId}`
const headers = { authorization: `Bearer ${token}` }
const from = { clientAddress: 'importer' }

if (what.endsWith('.csv')) {
  const form = new FormData()
  form.set('currency', 'EUR')
  form.set('file', new File([await readFile(what)], 'statement.csv'))
  core.api.fetch(new Request(`${base}/movements/import`, { method: 'POST', headers, body: form }), from)
} else core.api.fetch(new Request(`${base}/imports/${what}/undo`, { method: 'POST', headers }), from)

setInterval(async () => {
  const imports = await core.api.fetch(new Request(`${base}/imports`, { headers }), from)
  const [{ status = '' } = {}] = (await imports.json()) as { status?: string }[]
  const movements = await core.api.fetch(new Request(`${base}/movements?limit=1`, { headers }), from)
  process.stdout.write(`${status} ${movements.headers.get('x-total-count')}\n`)
}, 3)
