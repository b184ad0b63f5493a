import { expect, test } from 'vitest'
import type { ApiDocument } from '../ledger/support/document.ts'
import { createTestCore } from '../support/core.ts'

type Call = readonly [method: string, path: string, answers: readonly number[]]

/** The published calls outside the books with what each may answer (specification 6 and 7). */
const published: readonly Call[] = [
  ['get', '/health', [200]],
  ['post', '/auth/register', [201, 400, 409, 429]],
  ['post', '/auth/login', [200, 400, 401, 429]],
  ['post', '/auth/login/totp', [200, 400, 401, 429]],
  ['post', '/auth/logout', [204, 401]],
  ['get', '/me', [200, 401]],
  ['put', '/me/operation-mode', [200, 400, 401]],
  ['post', '/me/2fa/enroll', [200, 401, 409]],
  ['post', '/me/2fa/confirm', [200, 400, 401, 409, 429]],
  ['delete', '/me/2fa', [204, 400, 401, 429]],
  ['get', '/me/api-keys', [200, 401]],
  ['post', '/me/api-keys', [201, 400, 401]],
  ['delete', '/me/api-keys/{keyId}', [204, 401, 404]],
  ['get', '/banks', [200, 401]],
  ['post', '/banks', [201, 400, 401, 403, 409]],
  ['get', '/banks/{bankId}', [200, 401, 404]],
  ['get', '/accounts', [200, 401]],
  ['post', '/accounts', [201, 400, 401, 404]],
  ['get', '/accounts/{accountId}', [200, 401, 404]],
  ['delete', '/accounts/{accountId}', [204, 400, 401, 404]],
  ['get', '/accounts/{accountId}/config', [200, 401, 404]],
  ['put', '/accounts/{accountId}/config', [200, 400, 401, 404]],
  ['get', '/accounts/{accountId}/movements', [200, 400, 401, 404]],
  ['post', '/accounts/{accountId}/movements/{movementId}/notify', [202, 401, 404]],
  ['get', '/accounts/{accountId}/movements/dead-letters', [200, 401, 404]],
  ['post', '/accounts/{accountId}/scrape', [202, 401, 404]],
  ['post', '/accounts/{accountId}/restart', [202, 401, 404]],
  ['get', '/accounts/{accountId}/otp', [200, 401, 404]],
  ['post', '/accounts/{accountId}/otp', [202, 400, 401, 404, 429]],
  ['post', '/accounts/{accountId}/reactivate', [202, 400, 401, 404]],
  ['post', '/accounts/{accountId}/kill', [202, 401, 404]],
  ['get', '/conciliation', [200, 400, 401]],
  ['get', '/conciliation/{requestId}', [200, 401, 404]],
  ['post', '/conciliation/{requestId}/run', [202, 401, 404]],
  ['post', '/conciliation/{requestId}/notify', [202, 401, 404]],
  ['post', '/conciliation/poll/{accountId}', [202, 401, 404]],
  ['get', '/conciliation/{requestId}/candidates', [200, 401, 404]],
  ['post', '/conciliation/{requestId}/match', [200, 401, 404, 409]],
  ['delete', '/conciliation/{requestId}/match', [200, 401, 404, 409]],
  ['get', '/scripts', [200, 401]],
  ['get', '/scripts/{scriptId}', [200, 401, 404]],
  ['post', '/scripts/{scriptId}/promote', [200, 401, 403, 404, 409]],
  ['post', '/scripts/{scriptId}/deprecate', [200, 401, 403, 404]],
  ['post', '/realtime/ticket', [200, 401]],
  ['post', '/v1/accounts/{accountId}/otp', [202, 400, 401, 403, 404, 429]],
  ['get', '/v1/accounts/{accountId}/status', [200, 400, 401, 403, 404]],
]

/** What the second half adds to its published calls (ledger specification 10.2), under /v1/ledgers. */
const added: readonly Call[] = (
  [
    ['post', '/reconciliation/runs/{runID}/close', [200, 400, 404, 409]],
    ['post', '/reconciliation/runs/{runID}/reopen', [200, 400, 404, 409]],
    ['get', '/reconciliation/runs/{runID}/proof', [200, 404]],
    ['get', '/reconciliation/runs/{runID}/report', [200, 400, 404]],
    ['get', '/reconciliation/runs/{runID}/statements', [200, 400, 404]],
    ['post', '/reconciliation/runs/{runID}/accept-all', [200, 400, 404, 409]],
    ['post', '/reconciliation/runs/{runID}/undo', [200, 400, 404, 409]],
    ['get', '/reconciliation/items/{itemID}', [200, 404]],
    ['get', '/reconciliation/items/{itemID}/candidates', [200, 400, 404]],
    ['post', '/reconciliation/items/{itemID}/split', [200, 400, 404, 409]],
    ['post', '/reconciliation/items/{itemID}/join', [200, 400, 404, 409]],
    ['post', '/reconciliation/runs/{runID}/sum-search', [200, 400, 404]],
    ['get', '/reconciliation/discrepancies/{id}', [200, 404]],
    ['patch', '/reconciliation/discrepancies/{id}', [200, 400, 404, 409]],
    ['post', '/reconciliation/sources/preview', [200, 400, 413, 415, 422]],
    ['get', '/mappings', [200, 400]],
    ['post', '/mappings', [201, 400]],
    ['get', '/mappings/{mappingID}', [200, 404]],
    ['patch', '/mappings/{mappingID}', [200, 400, 404, 409]],
    ['delete', '/mappings/{mappingID}', [204, 404, 409]],
    ['get', '/rules', [200, 400]],
    ['post', '/rules', [201, 400]],
    ['get', '/rules/{ruleID}', [200, 404]],
    ['patch', '/rules/{ruleID}', [200, 400, 404, 409]],
    ['delete', '/rules/{ruleID}', [204, 404, 409]],
    ['get', '/counterparties', [200, 400]],
    ['post', '/counterparties', [201, 400]],
    ['get', '/counterparties/{counterpartyID}', [200, 404]],
    ['patch', '/counterparties/{counterpartyID}', [200, 400, 404, 409]],
    ['delete', '/counterparties/{counterpartyID}', [204, 404, 409]],
    ['get', '/audit', [200, 400]],
    ['get', '', [200, 400]],
    ['post', '', [201, 400, 409]],
    ['get', '/{id}', [200, 404]],
    ['patch', '/{id}', [200, 400, 404, 409]],
    ['delete', '/{id}', [204, 404, 409]],
    ['get', '/entries', [200, 400, 404]],
    ['post', '/entries', [201, 200, 400, 404, 422]],
    ['post', '/journals', [201, 200, 400, 404, 422]],
  ] as const
).map(([method, path, answers]) => [method, `/v1/ledgers${path}`, [...answers, 401, 500]])

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
const operationsOf = (document: ApiDocument) =>
  Object.entries(document.paths).flatMap(([path, operations]) =>
    methods.flatMap((method) => {
      const operation = operations[method]
      return operation ? [{ method, path, operation }] : []
    }),
  )

async function openDocument() {
  const core = await createTestCore({ started: false })
  const { body: document } = await core.call<ApiDocument>('GET', '/openapi.json')
  return { core, document }
}

test('the document holds every call of the specification with its answers, and a shape for each refusal', async () => {
  const { document } = await openDocument()
  for (const [method, path, answers] of [...published, ...added]) {
    const told = document.paths[path]?.[method]
    expect(told, `${method} ${path} is in the document`).toBeDefined()
    const statuses = Object.keys(told?.responses ?? {}).map(Number)
    expect(statuses, `${method} ${path}`).toEqual(expect.arrayContaining([...answers]))
  }
  for (const { method, path, operation } of operationsOf(document))
    for (const [status, { content }] of Object.entries(operation.responses))
      if (Number(status) >= 400)
        expect(content?.['application/json']?.schema, `${method} ${path} ${status}`).toBeDefined()
})

test('the document says 400 wherever a call reads something that can be wrong', async () => {
  const { document } = await openDocument()
  const silent = operationsOf(document)
    .filter(({ operation }) => {
      const takesBody = operation.requestBody !== undefined
      const takesQuery = (operation.parameters ?? []).some((parameter) => parameter.in === 'query')
      return (takesBody || takesQuery) && operation.responses[400] === undefined
    })
    .map(({ method, path }) => `${method} ${path}`)
  expect(silent).toEqual([])
})

/** No route took the call: what each part of the surface answers then, unlike a missing object. */
function isUnrouted(method: string, path: string, status: number, body: unknown): boolean {
  if (status !== 404) return false
  const { error, code, message } = (body ?? {}) as { error?: unknown; code?: unknown; message?: unknown }
  if (path.startsWith('/v1/ledgers')) return message === `${method.toUpperCase()} ${path} does not exist`
  if (path.startsWith('/v1/')) return (error as { message?: unknown }).message === 'Not found'
  return error === 'Not found' && code === undefined
}

test('every operation of the document is reached', async () => {
  const { core, document } = await openDocument()
  const user = await core.signUp({ mode: null })
  const key = (await user.post<{ key: string }>('/me/api-keys', { name: 'walk', scopes: ['otp:write', 'status:read'] }))
    .body.key
  const nobody = '00000000-0000-4000-8000-000000000000'
  const ask = async (method: string, template: string) => {
    const path = template.replace(/\{\w+\}/g, nobody)
    const isExternal = path.startsWith('/v1/') && !path.startsWith('/v1/ledgers')
    const response = await core.core.api.fetch(
      new Request(`http://core.test${path}`, {
        method: method.toUpperCase(),
        headers: { authorization: isExternal ? `Api-Key ${key}` : `Bearer ${user.token}` },
      }),
      { clientAddress: `walk ${method} ${template}` },
    )
    const isJson = response.headers.get('content-type')?.includes('json')
    const body = isJson ? await response.json() : await response.body?.cancel()
    return { status: response.status, unrouted: isUnrouted(method, path, response.status, body) }
  }
  expect((await ask('get', '/nowhere')).unrouted).toBe(true)
  expect((await ask('get', '/v1/ledgers/no/where')).unrouted).toBe(true)
  expect((await ask('put', '/v1/ledgers/reconciliation/runs')).unrouted).toBe(true)
  expect((await ask('get', '/v1/nowhere')).unrouted).toBe(true)

  const operations = operationsOf(document)
  expect(operations.length).toBeGreaterThan(150)
  // The last call, since it ends the token.
  const isLogout = ({ path }: { path: string }) => path === '/auth/logout'
  for (const { method, path } of operations.toSorted((a, b) => Number(isLogout(a)) - Number(isLogout(b)))) {
    const { status, unrouted } = await ask(method, path)
    expect(unrouted, `${method} ${path} is reached`).toBe(false)
    expect(status, `${method} ${path}`).toBeLessThan(500)
    if (isLogout({ path })) return
  }
})
