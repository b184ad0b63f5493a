import { expect, test } from 'vitest'
import { doorOf } from '../support/door.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { tamper } from '../support/verify.ts'
import { openRun, type Refusal, type RunAnswer, runsPath } from '../support/world.ts'

test('the old trigger opens an automatic run over what earlier runs left open, or answers the one that is open', async () => {
  const { core, user, run, path } = await openRun()
  const { call } = await doorOf(core, user)
  const trigger = (ledger: string, body?: object) =>
    call<{ run_id: string } & Refusal>('POST', `/v1/ledgers/${ledger}/reconcile`, body ? { body } : {})
  await uploadTo(core, user, run.id, camt({ entries: [{ amount: 500, date: '2025-01-10' }] }))
  const settled = (id: string) =>
    expect.poll(async () => (await call<RunAnswer>('GET', `${runsPath}/${id}`)).body.status, { timeout: 60_000 })

  const open = await trigger('1810', { note: 'not for a run that is there' })
  expect(open).toMatchObject({ status: 202, body: { run_id: run.id } })
  expect(open.headers.get('deprecation')).toBe('true')
  await settled(run.id).toBe('completed')
  expect((await call<RunAnswer>('GET', path)).body).toMatchObject({ mode: 'manual', note: null })

  tamper(core.dataDir, `update reconciliation_runs set status = 'running' where id = '${run.id}'`)
  expect(await trigger('1810')).toMatchObject({ status: 409, body: { code: 'run_busy' } })
  tamper(core.dataDir, `update reconciliation_runs set status = 'closed' where id = '${run.id}'`)

  const fresh = await trigger('1810', { note: 'January again' })
  expect(fresh.status).toBe(202)
  expect(fresh.body.run_id).not.toBe(run.id)
  await settled(fresh.body.run_id).toBe('completed')
  expect((await call<RunAnswer>('GET', `${runsPath}/${fresh.body.run_id}`)).body).toMatchObject({
    mode: 'automatic',
    source_type: 'upload',
    note: 'January again',
    settings: expect.any(Object),
  })
  expect((await trigger('1810')).body.run_id).toBe(fresh.body.run_id)

  // Nothing to match: the run is there and waits for a statement.
  const empty = await trigger('1800')
  expect(empty.status).toBe(202)
  await settled(empty.body.run_id).toBe('pending')
  expect(await trigger('nowhere')).toMatchObject({ status: 404, body: { code: 'not_found' } })
  expect(await trigger('6855')).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
  expect((await trigger('1810', { note: 7 })).status).toBe(400)
})
