import { OpenAPIHono } from '@hono/zod-openapi'
import { describe, expect, it } from 'vitest'
import type { ApiEnv } from '../../main/core/http/api.ts'
import { answerError } from '../../main/core/http/errors.ts'
import { sessionQueries } from '../../main/core/sessions/queries.ts'
import { sessionRoutes } from '../../main/core/sessions/routes.ts'
import { day } from '../../main/core/time.ts'
import { recordingLog } from '../support/ports.ts'
import { createTestSessions } from '../support/test-sessions.ts'

const now = Date.parse('2026-05-12T10:00:00Z')

function open() {
  const test = createTestSessions({ script: 'return []', now: () => now })
  const queries = sessionQueries(test.store.db)
  const scriptId =
    test.banks.resolveScript({
      id: test.accountId,
      userId: test.userId,
      bankId: test.accounts.find(test.accountId)?.bankId ?? '',
    })?.id ?? ''
  const run = (id: string, ago: number) => queries.insertRun({ id, accountId: test.accountId, scriptId, at: now - ago })
  const call = async (path: string, user = test.userId) => {
    const app = new OpenAPIHono<ApiEnv>()
    app.onError((error, c) => answerError(error, c, recordingLog().log))
    app.use(async (c, next) => {
      c.set('user', { id: user, email: '', role: 'user', jti: '', tokenExpiresAt: 0 })
      await next()
    })
    app.route('/', sessionRoutes({ sessions: test.sessions, accounts: test.accounts, now: () => now }))
    const answer = await app.request(path)
    return { status: answer.status, total: answer.headers.get('x-total-count'), body: (await answer.json()) as never }
  }
  return { test, queries, run, call }
}

describe('stored runs', () => {
  it('that were running when the program ended are orphaned at the next start', () => {
    const { test, queries, run } = open()
    run('done', 5000)
    queries.endRun({
      runId: 'done',
      status: 'success',
      failureType: null,
      reason: null,
      stopReason: null,
      errorMessage: null,
      refusedHosts: {},
      at: now,
    })
    run('cut', 4000)
    queries.openStep({ id: 's1', runId: 'cut', index: 0, step: 'launch', at: now - 4000 })
    queries.endStep({
      id: 's1',
      status: 'success',
      failureType: null,
      errorMessage: null,
      stack: null,
      url: null,
      at: now - 3000,
    })
    queries.openStep({ id: 's2', runId: 'cut', index: 1, step: 'login', at: now - 3000 })
    expect(test.sessions.closeOrphans()).toBe(1)
    expect(test.sessions.closeOrphans()).toBe(0)
    expect(test.sessions.run(test.accountId, 'cut')?.run).toMatchObject({
      status: 'failed',
      failureType: 'orphaned',
      stage: 'login',
      durationMs: 4000,
      finishedAt: now,
    })
    expect(test.sessions.run(test.accountId, 'done')?.run.status).toBe('success')
  })

  it('are kept for ninety days, with their steps', () => {
    const { test, queries, run } = open()
    run('old', 90 * day + 1)
    queries.openStep({ id: 's', runId: 'old', index: 0, step: 'launch', at: 0 })
    run('young', 90 * day - 1)
    expect(test.sessions.pruneRuns()).toBe(1)
    expect(test.sessions.runs(test.accountId, 10, 0).items.map((each) => each.id)).toEqual(['young'])
    expect(test.store.db.prepare('select count(*) from scrape_steps').pluck().get()).toBe(0)
  })

  it('are listed newest first, page by page, to their owner', async () => {
    const { test, run, call } = open()
    for (let i = 0; i < 5; i += 1) run(`run${i}`, 1000 * (5 - i))
    const page = await call(`/accounts/${test.accountId}/runs?limit=2&offset=1`)
    expect(page).toMatchObject({ status: 200, total: '5', body: [{ id: 'run3' }, { id: 'run2' }] })
    expect(await call(`/accounts/${test.accountId}/runs?limit=0`)).toMatchObject({ status: 400 })
    expect(await call(`/accounts/${test.accountId}/runs`, 'somebody')).toMatchObject({
      status: 404,
      body: { error: 'Account not found' },
    })
  })

  it('are shown with their steps', async () => {
    const { test, queries, run, call } = open()
    run('one', 3000)
    queries.openStep({ id: 's', runId: 'one', index: 0, step: 'login', at: now - 2000 })
    queries.endStep({
      id: 's',
      status: 'failed',
      failureType: 'login_failed',
      errorMessage: 'login_failed: x',
      stack: 'at 1',
      url: 'https://bank.example/',
      at: now - 1000,
    })
    queries.endRun({
      runId: 'one',
      status: 'failed',
      failureType: 'login_failed',
      reason: 'wrong_credentials',
      stopReason: null,
      errorMessage: 'login_failed: x',
      refusedHosts: { 'tracker.example': 2 },
      at: now,
    })
    expect(await call(`/accounts/${test.accountId}/runs/one`)).toEqual({
      status: 200,
      total: null,
      body: {
        id: 'one',
        account_id: test.accountId,
        status: 'failed',
        stage: 'login',
        transactions_found: null,
        failure_type: 'login_failed',
        reason: 'wrong_credentials',
        report: null,
        advice: 'check_credentials',
        error_message: 'login_failed: x',
        refused_hosts: { 'tracker.example': 2 },
        started_at: '2026-05-12T09:59:57.000Z',
        finished_at: '2026-05-12T10:00:00.000Z',
        script_version: '1.0.0',
        stop_reason: null,
        duration_ms: 3000,
        steps: [
          {
            step_index: 0,
            step: 'login',
            status: 'failed',
            failure_type: 'login_failed',
            error_message: 'login_failed: x',
            stack: 'at 1',
            url: 'https://bank.example/',
            duration_ms: 1000,
            created_at: '2026-05-12T09:59:58.000Z',
          },
        ],
      },
    })
    expect(await call(`/accounts/${test.accountId}/runs/unknown`)).toMatchObject({ status: 404 })
  })
})
