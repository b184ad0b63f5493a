import type { Caller, TestCore } from '../../support/core.ts'

/** Fetches a file of the API as bytes. */
export async function download(core: TestCore, user: Caller, path: string) {
  const response = await core.core.api.fetch(
    new Request(`http://core.test${path}`, { headers: { authorization: `Bearer ${user.token}` } }),
    { clientAddress: 'test' },
  )
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, type: response.headers.get('content-type'), bytes, text: bytes.toString('utf8') }
}
