import { createCore } from '../../main/core/core.ts'
import { testPorts } from '../support/ports.ts'

/**
 * A program that will be killed while it works on a run: starts the core on a data folder, makes one call and says on
 * stdout what step the work is in, `…` while it cannot be told. Arguments: data folder, run, token, method, path below the run.
 */
const [dataDir = '', runId = '', token = '', method = 'POST', path = ''] = process.argv.slice(2)
const core = await createCore(testPorts(dataDir))
await core.start()
const base = `http://core.test/v1/ledgers/reconciliation/runs/${runId}`
const headers = { authorization: `Bearer ${token}` }
const ask = async (to: string, how: string) =>
  core.api.fetch(new Request(`${base}${to}`, { method: how, headers }), { clientAddress: 'job' })

ask(path, method).then((answer) => process.stdout.write(`ended ${answer.status}\n`))
setInterval(async () => {
  const progress = (await (await ask('/progress', 'GET')).json()) as { step?: string } | null
  process.stdout.write(`${progress?.step ?? '…'}\n`)
}, 5)
