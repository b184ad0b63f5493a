import { Agent, request } from 'node:http'

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

const agent = new Agent({ keepAlive: true })

/** One request over kept connections, with as little of its own time as possible. */
export function send(
  method: string,
  url: string,
  options: { readonly body?: string; readonly token?: string } = {},
): Promise<Reply> {
  const { body, token } = options
  return new Promise((resolve, reject) => {
    const headers: Record<string, string | number> = token ? { authorization: `Bearer ${token}` } : {}
    if (body !== undefined)
      Object.assign(headers, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    const sent = request(url, { method, headers, agent }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The other side closed a kept connection at the moment it was used again.
      if (sent.reusedSocket && error.code === 'ECONNRESET') send(method, url, options).then(resolve, reject)
      else reject(error)
    })
    sent.end(body)
  })
}

/** As `send`, but anything except 2xx ends the measurement. */
export async function call<T>(
  method: string,
  url: string,
  options: { readonly body?: unknown; readonly token?: string } = {},
): Promise<T> {
  const { body, token } = options
  const reply = await send(method, url, {
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(token === undefined ? {} : { token }),
  })
  if (reply.status < 200 || reply.status > 299)
    throw new Error(`${method} ${url} answered ${reply.status}: ${reply.text.slice(0, 300)}`)
  return (reply.text === '' ? null : JSON.parse(reply.text)) as T
}

export const closeConnections = () => agent.destroy()
