import type { Caller, TestCore } from '../../support/core.ts'

/** Sends one file to a path of the API, as the window does. */
export async function sendFile<T>(
  core: TestCore,
  user: Caller,
  path: string,
  { bytes, name }: { bytes: Uint8Array; name: string },
): Promise<{ status: number; body: T }> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  const response = await core.core.api.fetch(
    new Request(`http://core.test${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${user.token}` },
      body: form,
    }),
    { clientAddress: 'test' },
  )
  return { status: response.status, body: (await response.json()) as T }
}
