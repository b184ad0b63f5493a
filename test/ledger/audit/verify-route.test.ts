import { expect, test, vi } from 'vitest'
import { tempDir } from '../../support/temp-dir.ts'
import { openCase125 } from '../support/report-world.ts'
import { tamper } from '../support/verify.ts'

vi.setConfig({ testTimeout: 60_000 })

interface Verdict {
  readonly clean: boolean
  readonly events: number
  readonly faults_total: number
  readonly faults: readonly { entity: string; code: string; message: string }[]
}
interface State {
  readonly events: number
  readonly verified: { readonly clean: boolean; readonly events: number } | null
}

test('the trail is verified from the window: clean, then an entry edited behind the program, then a tail cut off', async () => {
  const dataDir = tempDir()
  const { core, user, receipt } = await openCase125({ dataDir })
  const before = (await user.get<State>('/v1/ledgers/audit/state')).body
  expect(before.verified).toBeNull()

  const clean = (await user.post<Verdict>('/v1/ledgers/audit/verify')).body
  expect(clean).toMatchObject({ clean: true, events: before.events, faults: [], faults_total: 0 })
  expect((await user.get<State>('/v1/ledgers/audit/state')).body.verified).toMatchObject({ events: before.events })

  tamper(dataDir, `update ledger_entries set amount = amount + 1 where id = '${receipt.id}'`)
  const edited = (await user.post<Verdict>('/v1/ledgers/audit/verify')).body
  expect(edited.clean).toBe(false)
  expect(edited.faults.some(({ message }) => message.includes(receipt.id))).toBe(true)
  const stranger = await core.signUp()
  const told = (await stranger.post<Verdict>('/v1/ledgers/audit/verify')).body
  expect(told).toMatchObject({ clean: false, faults: [] })
  expect(told.faults_total).toBeGreaterThan(0)

  tamper(dataDir, `update ledger_entries set amount = amount - 1 where id = '${receipt.id}'`)
  tamper(
    dataDir,
    'drop trigger audit_events_kept; delete from audit_events where seq = (select max(seq) from audit_events);',
  )
  const cut = (await user.post<Verdict>('/v1/ledgers/audit/verify')).body
  expect(cut.faults.map(({ code }) => code)).toContain('missing')
})

test('the trail of a ledger holds the ledger, its runs and its bookings, and nothing of another', async () => {
  const { user, books, run } = await openCase125()
  const of = async (id: string) =>
    (
      await user.get<{ data: { entity: string; entity_id: string; run_id: string | null }[] }>(
        `/v1/ledgers/audit?limit=500&ledger_id=${id}`,
      )
    ).body.data
  const bank = await of(books.bank.id)
  expect(new Set(bank.map(({ entity }) => entity))).toEqual(
    new Set(['ledger', 'run', 'source_file', 'ledger_transaction', 'match']),
  )
  expect((await of(books.savings.id)).map(({ entity_id: id }) => id)).toEqual([books.savings.id])
  expect(bank.some(({ run_id: id }) => id === run.id)).toBe(true)
})
