import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/**
 * A bank of one page that is read by `flakyBankScript`: who comes is inside, unless the bank has ended the session. Its
 * network can be lost and comes back at the same address.
 */
export async function startFlakyBank() {
  let logins = 0
  let polls = 0
  let isOpen = true
  let rows = ['T0']
  const server = createServer((request, response) => {
    if (request.url === '/login') {
      logins += 1
      isOpen = true
    }
    if (request.url === '/rows') polls += 1
    response.setHeader('content-type', 'text/html')
    response.end(
      isOpen ? `<p id=in>in</p>${rows.map((id) => `<p class=row data-id=${id}>`).join('')}` : '<p id=out>out',
    )
  })
  const open = (port = 0) => new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  await open()
  const { port } = server.address() as AddressInfo
  const lose = () => {
    server.closeAllConnections()
    return new Promise<void>((done) => server.close(() => done()))
  }
  onTestFinished(() => (server.listening ? lose() : undefined))
  return {
    url: `http://127.0.0.1:${port}`,
    logins: () => logins,
    polls: () => polls,
    book: (...ids: string[]) => {
      rows = [...rows, ...ids]
    },
    endSessions: () => {
      isOpen = false
    },
    loseNetwork: lose,
    findNetwork: () => open(port),
  }
}

/** `change` may replace hooks. */
export const flakyBankScript = (change = '') => `
  const hooks = {
    async login(page, context) { await page.goto(context.loginUrl + '/login') },
    async isAuthenticated(page) { await page.goto('/'); return page.visible('#in') },
    async poll(page) {
      await page.goto('/rows')
      return (await page.rows('.row', { id: '@data-id' })).map(({ id }) => ({ externalId: id,
        referenceHash: 'a'.repeat(64), amount: 1, currency: 'UYU', senderName: 'Ana', receivedAt: '2026-05-12T07:00:00-03:00', raw: {} }))
    },
  }
  ${change}
  return hooks`
