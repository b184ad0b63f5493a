import { expect, test } from 'vitest'
import { createTestCore } from '../../support/core.ts'
import { type ApiDocument, type Operation, resolved } from '../support/document.ts'

type Codes = Readonly<Record<number, readonly string[]>>

/** The published paths with their answers and codes (ledger specification 10.1), under /v1/ledgers. */
const published: readonly (readonly [method: string, path: string, answers: readonly number[], codes?: Codes])[] = [
  ['post', '/{id}/reconcile', [202, 404], { 409: ['run_busy'] }],
  ['post', '/reconciliation/runs', [201, 200, 400, 404], { 409: ['idempotency_key_reused'] }],
  ['get', '/reconciliation/runs', [200, 400]],
  ['get', '/reconciliation/runs/{runID}', [200, 404]],
  ['patch', '/reconciliation/runs/{runID}', [200, 404], { 409: ['run_closed', 'version_conflict'] }],
  [
    'delete',
    '/reconciliation/runs/{runID}',
    [204, 404],
    { 409: ['run_has_decisions', 'run_closed', 'run_busy', 'version_conflict'] },
  ],
  [
    'post',
    '/reconciliation/runs/{runID}/sources/upload',
    [201, 200, 400, 404, 413, 415, 422],
    { 409: ['duplicate_file', 'idempotency_key_reused', 'run_closed', 'run_busy'] },
  ],
  ['delete', '/reconciliation/runs/{runID}/sources/{fileID}', [204, 404], { 409: ['file_in_use', 'run_closed'] }],
  ['get', '/reconciliation/runs/{runID}/sources', [200, 404]],
  [
    'post',
    '/reconciliation/runs/{runID}/auto-match',
    [200, 404],
    { 409: ['run_closed', 'run_busy', 'no_source_entries'] },
  ],
  [
    'post',
    '/reconciliation/runs/{runID}/manual-match',
    [201, 200, 400, 404],
    { 409: ['legs_not_open', 'run_closed'], 422: ['difference_not_treated', 'currency_differs', 'sign_differs'] },
  ],
  ['get', '/reconciliation/runs/{runID}/matches', [200, 404]],
  [
    'post',
    '/reconciliation/matches/{matchID}/accept',
    [200, 404],
    { 409: ['legs_not_open', 'match_rejected', 'run_closed', 'version_conflict'] },
  ],
  ['post', '/reconciliation/matches/{matchID}/reject', [200, 404], { 409: ['run_closed', 'version_conflict'] }],
  ['patch', '/reconciliation/matches/{matchID}/note', [200, 404], { 409: ['run_closed', 'version_conflict'] }],
  ['get', '/reconciliation/runs/{runID}/items', [200, 404]],
  ['get', '/reconciliation/runs/{runID}/gl-only', [200, 404]],
  ['get', '/reconciliation/runs/{runID}/gl-all', [200, 404]],
  ['get', '/reconciliation/runs/{runID}/discrepancies', [200, 404]],
  [
    'post',
    '/reconciliation/items/{itemID}/close',
    [200, 400, 404],
    {
      409: ['item_already_matched', 'run_closed', 'version_conflict'],
      422: ['direct_booking_forbidden', 'period_locked'],
    },
  ],
  ['post', '/reconciliation/items/{itemID}/reopen', [200, 404], { 409: ['run_closed', 'version_conflict'] }],
  ['get', '/accounts', [200, 404]],
]

async function readDocument() {
  const core = await createTestCore({ started: false })
  const { body } = await core.call<ApiDocument>('GET', '/openapi.json')
  return body
}
const at = (document: ApiDocument, method: string, path: string): Operation => {
  const operation = document.paths[`/v1/ledgers${path}`]?.[method]
  if (!operation) throw new Error(`${method} ${path} is not in the document`)
  return operation
}
const jsonOf = (document: ApiDocument, operation: Operation, status: number) =>
  resolved(document, operation.responses[status]?.content?.['application/json']?.schema ?? {})

test('the document holds every published path with its answers and codes, and what each list takes', async () => {
  const document = await readDocument()
  for (const [method, path, answers, codes = {}] of published) {
    const operation = at(document, method, path)
    const told = Object.keys(operation.responses).map(Number)
    const asked = [...answers, ...Object.keys(codes).map(Number), 401, 500]
    expect(told, `${method} ${path}`).toEqual(expect.arrayContaining(asked))
    for (const [status, wanted] of Object.entries(codes))
      expect(jsonOf(document, operation, Number(status)).properties?.code?.enum, `${method} ${path} ${status}`).toEqual(
        expect.arrayContaining([...wanted]),
      )
  }
  expect(at(document, 'post', '/{id}/reconcile').deprecated).toBe(true)
  for (const list of ['items', 'matches', 'sources', 'gl-only', 'gl-all', 'discrepancies']) {
    const { parameters } = at(document, 'get', `/reconciliation/runs/{runID}/${list}`)
    expect(parameters?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['limit', 'offset', 'sort', 'order', 'filter']),
    )
  }
})

test('the document names what bodies must hold, and the words of every enumeration', async () => {
  const document = await readDocument()
  const bodyOf = (method: string, path: string, type = 'application/json') =>
    resolved(document, at(document, method, path).requestBody?.content[type]?.schema ?? {})
  const fields = (method: string, path: string, type?: string) => {
    const { properties = {}, required = [] } = bodyOf(method, path, type)
    return Object.keys(properties).map((name) => (required.includes(name) ? `${name}!` : name))
  }
  const runs = '/reconciliation/runs'
  expect(fields('post', runs)).toEqual(
    expect.arrayContaining(['ledger_id!', 'mode', 'source_type', 'idempotency_key', 'note']),
  )
  expect(bodyOf('post', runs).properties).toMatchObject({
    mode: { enum: ['manual', 'automatic'], default: 'manual' },
    source_type: { enum: ['upload', 'movements'], default: 'upload' },
  })
  expect(fields('patch', `${runs}/{runID}`)).toEqual(['note!', 'version'])
  expect(fields('post', `${runs}/{runID}/sources/upload`, 'multipart/form-data')).toEqual(
    expect.arrayContaining(['file!', 'idempotency_key', 'mapping_id', 'force', 'exclude_lines', 'exclude_members']),
  )
  expect(fields('post', `${runs}/{runID}/manual-match`)).toEqual([
    'source_entry_ids',
    'ledger_entry_ids',
    'note',
    'allocations',
    'difference_treatment',
  ])
  expect(fields('patch', '/reconciliation/matches/{matchID}/note')).toEqual(['note!', 'version'])
  expect(fields('post', '/reconciliation/items/{itemID}/close')).toEqual(['ledger_id', 'reason', 'note', 'version'])

  const schema = (name: string) => document.components.schemas[name]?.properties ?? {}
  expect(schema('ReconciliationRun').status?.enum).toEqual(['pending', 'running', 'completed', 'failed', 'closed'])
  expect(schema('ReconciliationRun').mode?.enum).toEqual(['manual', 'automatic'])
  expect(schema('SourceFile').status?.enum).toEqual(['processed', 'failed'])
  expect(schema('ReconciliationMatch').status?.enum).toEqual(['suggested', 'accepted', 'rejected'])
  expect(schema('SourceEntry').match_status?.enum).toEqual(['unmatched', 'matched', 'partial', 'closed'])
  expect(schema('Discrepancy').status?.enum).toEqual(['open', 'in_review', 'closed'])
  expect(schema('Discrepancy').severity?.enum).toEqual(['info', 'warning', 'critical'])
  expect(bodyOf('post', '/reconciliation/items/{itemID}/close').properties?.reason?.enum).toEqual([
    'manual_review',
    'bank_fee',
    'interest',
    'tax',
    'transfer_own_account',
    'private',
    'duplicate_on_statement',
    'netted',
    'below_threshold',
    'prior_period',
    'other',
  ])
  const limitOf = (path: string, name: string) =>
    at(document, 'get', path).parameters?.find((one) => one.name === name)?.schema.enum
  expect(limitOf(runs, 'status')).toEqual(['pending', 'running', 'completed', 'failed', 'closed'])
  expect(limitOf(`${runs}/{runID}/matches`, 'status')).toEqual(['suggested', 'accepted', 'rejected'])
  expect(limitOf(`${runs}/{runID}/items`, 'match_status')).toEqual(['unmatched', 'matched', 'partial', 'closed'])
  expect(limitOf(`${runs}/{runID}/discrepancies`, 'severity')).toEqual(['info', 'warning', 'critical'])
})
