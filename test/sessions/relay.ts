import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * An outside service as section 7 of the specification means it: waits for the notification that a login wants a code,
 * reads the code where it arrived, and submits it. Says its own address first, then what the program answered.
 * Arguments: address of the program, key, address of the bank's control page.
 */
const [base = '', key = '', control = ''] = process.argv.slice(2)

async function submit(accountId: string): Promise<string> {
  const state = (await (await fetch(`${control}/state.json`)).json()) as { codes: { code: string }[] }
  const answer = await fetch(`${base}/v1/accounts/${accountId}/otp`, {
    method: 'POST',
    headers: { authorization: `Api-Key ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ code: state.codes.at(-1)?.code }),
  })
  return `${answer.status} ${await answer.text()}`
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  response.end()
  const told = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { account_id: string; status: string }
  if (told.status === 'assistance.requested') process.stdout.write(`${await submit(told.account_id)}\n`)
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/notify\n`)
})
