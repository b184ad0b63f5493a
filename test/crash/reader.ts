import { createCore } from '../../main/core/core.ts'
import { testPorts } from '../support/ports.ts'

/**
 * A program that will be killed while it signs in at the bank: starts the core on a data folder, reads one account now
 * and says on stdout which stage it is in. Arguments: data folder, bank folders, account, token.
 */
const [dataDir = '', resourcesDir = '', accountId = '', token = ''] = process.argv.slice(2)
const core = await createCore(testPorts(dataDir, { resourcesDir }))
core.events.subscribe(({ type, data }) => {
  if (type === 'run.updated') process.stdout.write(`${data.status} ${data.stage}\n`)
})
await core.start()
await core.api.fetch(
  new Request(`http://core.test/accounts/${accountId}/scrape`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  }),
  { clientAddress: 'reader' },
)
// Stays up until it is killed.
setInterval(() => {}, 1000)
