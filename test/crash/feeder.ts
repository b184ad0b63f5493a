import { readFileSync } from 'node:fs'
import { createCore } from '../../main/core/core.ts'
import { testPorts } from '../support/ports.ts'

/**
 * A program that will be killed: starts the core on a data folder, signs in and posts movements batch by batch, saying on
 * stdout which batch was acknowledged. Arguments: data folder, account, e-mail, password, a file with the batches as JSON.
 */
const [dataDir = '', accountId = '', email = '', password = '', batchFile = ''] = process.argv.slice(2)
const core = await createCore(testPorts(dataDir))
await core.start()

async function post(path: string, body: unknown, token?: string): Promise<{ token?: string }> {
  const response = await core.api.fetch(
    new Request(`http://core.test${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    }),
    { clientAddress: 'feeder' },
  )
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as { token?: string }
}

const { token } = await post('/auth/login', { email, password })
for (const [i, movements] of (JSON.parse(readFileSync(batchFile, 'utf8')) as unknown[][]).entries()) {
  await post(`/accounts/${accountId}/movements`, { movements }, token)
  process.stdout.write(`${i}\n`)
}
// Stays up until it is killed.
setInterval(() => {}, 1000)
