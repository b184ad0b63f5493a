import { expect, test } from 'vitest'
import { createTestCore } from '../../support/core.ts'

interface Operation {
  readonly deprecated?: boolean
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<Record<string, unknown>>
}

/** The published paths with their answers (ledger specification 10.1), under /v1/ledgers. */
const published: readonly (readonly [method: string, path: string, ...answers: number[]])[] = [
  ['post', '/{id}/reconcile', 202, 404, 409],
  ['post', '/reconciliation/runs', 201, 200, 400, 404, 409],
  ['get', '/reconciliation/runs', 200, 400],
  ['get', '/reconciliation/runs/{runID}', 200, 404],
  ['patch', '/reconciliation/runs/{runID}', 200, 404, 409],
  ['delete', '/reconciliation/runs/{runID}', 204, 404, 409],
  ['post', '/reconciliation/runs/{runID}/sources/upload', 201, 400, 404, 409, 413, 415, 422],
  ['delete', '/reconciliation/runs/{runID}/sources/{fileID}', 204, 404, 409],
  ['get', '/reconciliation/runs/{runID}/sources', 200, 404],
  ['post', '/reconciliation/runs/{runID}/auto-match', 200, 404, 409],
  ['post', '/reconciliation/runs/{runID}/manual-match', 201, 400, 404, 409, 422],
  ['get', '/reconciliation/runs/{runID}/matches', 200, 404],
  ['post', '/reconciliation/matches/{matchID}/accept', 200, 404, 409],
  ['post', '/reconciliation/matches/{matchID}/reject', 200, 404, 409],
  ['patch', '/reconciliation/matches/{matchID}/note', 200, 404],
  ['get', '/reconciliation/runs/{runID}/items', 200, 404],
  ['get', '/reconciliation/runs/{runID}/gl-only', 200, 404],
  ['get', '/reconciliation/runs/{runID}/gl-all', 200, 404],
  ['get', '/reconciliation/runs/{runID}/discrepancies', 200, 404],
  ['post', '/reconciliation/items/{itemID}/close', 200, 400, 404, 409, 422],
  ['post', '/reconciliation/items/{itemID}/reopen', 200, 404, 409],
  ['get', '/accounts', 200, 404],
]

test('the document holds every published path with its answers, the legacy trigger as deprecated, and what lists take', async () => {
  const core = await createTestCore({ started: false })
  const { body } = await core.call<{ paths: Record<string, Record<string, Operation>> }>('GET', '/openapi.json')
  for (const [method, path, ...answers] of published) {
    const operation = body.paths[`/v1/ledgers${path}`]?.[method]
    const told = Object.keys(operation?.responses ?? {}).map(Number)
    expect(told, `${method} ${path}`).toEqual(expect.arrayContaining(answers))
  }
  expect(body.paths['/v1/ledgers/{id}/reconcile']?.post?.deprecated).toBe(true)
  for (const list of ['items', 'matches', 'gl-only', 'gl-all', 'discrepancies']) {
    const operation = body.paths[`/v1/ledgers/reconciliation/runs/{runID}/${list}`]?.get
    expect(operation?.parameters?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['limit', 'offset', 'sort', 'order', 'filter', 'format', 'columns']),
    )
  }
})
