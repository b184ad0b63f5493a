import type { Caller, TestCore } from '../../support/core.ts'

/** A request with headers of its own, such as `If-Match`. */
export async function send<T = unknown>(
  { core, user }: { core: TestCore; user: Caller },
  method: string,
  path: string,
  options: { body?: unknown; headers?: Readonly<Record<string, string>> } = {},
): Promise<{ status: number; body: T }> {
  const { body, headers } = options
  const response = await core.core.api.fetch(
    new Request(`http://core.test${path}`, {
      method,
      headers: {
        authorization: `Bearer ${user.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
    }),
    { clientAddress: 'test' },
  )
  const text = await response.text()
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T }
}
