import type { Caller, TestCore } from '../../support/core.ts'

/** Sends an export of the general ledger to a path of the API. */
export async function sendBooks<T = Record<string, unknown>>(
  core: TestCore,
  user: Pick<Caller, 'token'>,
  content: string | Uint8Array<ArrayBuffer>,
  options: { preview?: boolean; name?: string; fields?: Readonly<Record<string, string>> } = {},
): Promise<{ status: number; body: T }> {
  const form = new FormData()
  form.set('file', new File([content], options.name ?? 'ledger.csv'))
  for (const [field, value] of Object.entries(options.fields ?? {})) form.set(field, value)
  const response = await core.core.api.fetch(
    new Request(`http://core.test/v1/ledgers/entries/import${options.preview ? '/preview' : ''}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${user.token}` },
      body: form,
    }),
    { clientAddress: 'test' },
  )
  return { status: response.status, body: (await response.json()) as T }
}
