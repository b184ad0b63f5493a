import { expect, test } from 'vitest'
import { openCase125 } from '../support/report-world.ts'

interface Listed {
  readonly total: number
  readonly data: readonly {
    seq: number
    entity: string
    action: string
    after: unknown
    subject: string | null
    previous_hash: string
    hash: string
  }[]
}

test('the trail is listed newest first, filtered by entity, id, run and action, and is the user’s own', async () => {
  const { core, user, run, matchId } = await openCase125()
  const all = (await user.get<Listed>('/v1/ledgers/audit?limit=500')).body
  expect(all.total).toBe(all.data.length)
  const [newest, before] = all.data
  expect(newest?.previous_hash).toBe(before?.hash)
  const matches = (await user.get<Listed>(`/v1/ledgers/audit?entity=match&entity_id=${matchId}`)).body
  expect(matches.data).toMatchObject([{ action: 'manual_match', after: { id: matchId, status: 'accepted' } }])
  // The record of a match has ids only; the list says what it is about.
  expect(matches.data[0]?.subject).toMatch(/^\S.* · \d{4}-\d{2}-\d{2}$/)
  const ofRun = (await user.get<Listed>(`/v1/ledgers/audit?run_id=${run.id}&action=create`)).body
  expect(ofRun.data).toMatchObject([{ entity: 'run', action: 'create' }])
  expect((await user.get('/v1/ledgers/audit?filter={"nothing":1}')).status).toBe(400)
  const other = await core.signUp()
  expect((await other.get<Listed>('/v1/ledgers/audit')).body.total).toBe(0)
})
