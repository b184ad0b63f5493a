import { readFile } from 'node:fs/promises'
import { createCore } from '../../main/core/core.ts'
import { testPorts } from '../support/ports.ts'

/**
 * A program that will be killed while it answers one call: starts the core on a data folder, sends a file, JSON or nothing
 * and says on stdout that it ended. Arguments: data folder, token, method, path, `@` and a file, or a body as JSON.
 */
const [dataDir = '', token = '', method = 'POST', path = '', sent = ''] = process.argv.slice(2)
const core = await createCore(testPorts(dataDir))
await core.start()

async function bodyOf(): Promise<{ body?: FormData | string; type?: string }> {
  if (sent === '') return {}
  if (!sent.startsWith('@')) return { body: sent, type: 'application/json' }
  const file = sent.slice(1)
  const form = new FormData()
  form.set('file', new File([await readFile(file)], file.split('/').at(-1) ?? 'file'))
  return { body: form }
}
const { body = null, type } = await bodyOf()
const headers = { authorization: `Bearer ${token}`, ...(type ? { 'content-type': type } : {}) }
const answer = await core.api.fetch(new Request(`http://core.test${path}`, { method, headers, body }), {
  clientAddress: 'caller',
})
process.stdout.write(`ended ${answer.status} ${await answer.text()}\n`)
// Stays up until it is killed.
setInterval(() => {}, 1000)
