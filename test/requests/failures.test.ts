import { describe, expect, test } from 'vitest'
import { checkTransition } from '../../main/core/requests/lifecycle.ts'
import type { RequestStatus } from '../../main/core/requests/types.ts'
import { arrived, conciliationWorld, expected } from './world.ts'

const noSignal = new AbortController().signal

/** Nothing can be matched while this holds: storing the match of the given currency fails. */
function breakMatches(world: ReturnType<typeof conciliationWorld>, currency: string) {
  world.db.exec(`
    create trigger broken before update of excluded_at on movements when new.currency = '${currency}'
    begin select raise(abort, 'the disk said no'); end`)
  return () => world.db.exec('drop trigger broken')
}

describe('an evaluation that goes wrong', () => {
  test('loses neither the movement nor the results of other groups, and is tried again after 5 s', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'), expected('B-1', 'Juan Perez', '20.00', 'USD'))
    breakMatches(world, 'UYU')

    world.ingest(arrived('Juan Perez'), arrived('Juan Perez', { amount: '20.00', currency: 'USD' }))

    expect(world.statuses()).toEqual({ 'A-1': 'not_found', 'B-1': 'matched' })
    expect(world.movements.list(world.userId, {}, { limit: 10, offset: 0 }).total).toBe(2)
    expect(world.decided.filter(({ externalId }) => externalId === 'A-1')).toEqual([])
    expect(world.requestOf('A-1')).toMatchObject({ retry_count: 1, attempts: [{ result: 'not_found' }] })
    expect(world.added).toEqual([
      { kind: 'evaluate', accountId: world.account.id, subjectId: 'UYU 150000', dueAt: world.clock.now() + 5000 },
    ])
    expect(
      world.lines.some(({ event, fields }) => event === 'evaluation_failed' && fields.error === 'the disk said no'),
    ).toBe(true)
  })

  test('is given up after retry_limit re-attempts, 5 s × 2^(n−1) apart', async () => {
    const world = conciliationWorld()
    world.account.retryLimit = 3
    world.poll(expected('A-1', 'Juan Perez'))
    breakMatches(world, 'UYU')
    world.ingest(arrived('Juan Perez'))
    const run = (attempt: number) =>
      world.handlers
        .get('evaluate')
        ?.run({ id: 'j', kind: 'evaluate', accountId: world.account.id, subjectId: 'UYU 150000', attempt }, noSignal)

    expect(await run(1)).toEqual({ kind: 'retry', reason: 'the disk said no', delayMs: 10_000 })
    expect(await run(2)).toEqual({ kind: 'retry', reason: 'the disk said no', delayMs: 20_000 })
    expect(world.requestOf('A-1').status).toBe('not_found')
    expect(await run(3)).toEqual({ kind: 'give-up', reason: 'the disk said no' })

    const request = world.requestOf('A-1')
    expect(request.status).toBe('failed')
    expect(request.attempts.at(-1)).toMatchObject({
      attempt_number: 2,
      result: 'failed',
      reason: 'the disk said no',
      candidates: [],
    })
    expect(world.decided).toEqual([])
  })

  test('is made good by a re-attempt', async () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    const repair = breakMatches(world, 'UYU')
    world.ingest(arrived('Juan Perez'))
    repair()

    const job = { id: 'j', kind: 'evaluate', accountId: world.account.id, subjectId: 'UYU 150000', attempt: 1 } as const
    expect(await world.handlers.get('evaluate')?.run(job, noSignal)).toEqual({ kind: 'done' })

    expect(world.requestOf('A-1')).toMatchObject({ status: 'matched', retry_count: 0 })
  })

  test('fails at once with retry_limit 0; a failed request is evaluated again by the next movement', () => {
    const world = conciliationWorld()
    world.account.retryLimit = 0
    world.poll(expected('A-1', 'Juan Perez'))
    const repair = breakMatches(world, 'UYU')
    world.ingest(arrived('Juan Perez'))
    expect(world.statuses()).toEqual({ 'A-1': 'failed' })
    expect(world.added).toEqual([])
    repair()

    world.ingest(arrived('Zoe Diaz'))

    expect(world.statuses()).toEqual({ 'A-1': 'matched' })
  })

  test('because the webhook cannot be queued leaves no half of a match behind', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    world.breakDecisions.with = new Error('outbox is broken')

    world.ingest(arrived('Juan Perez', { id: 'T-1' }))

    expect(world.statuses()).toEqual({ 'A-1': 'not_found' })
    expect(world.movementOf('T-1')).toMatchObject({ excluded_at: null, matched_request: null })
    expect(world.db.prepare('select count(*) from matches').pluck().get()).toBe(0)
  })

  test('by a full disk stores nothing at all and says so', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    const pages = world.db.pragma('page_count', { simple: true }) as number
    world.db.pragma(`max_page_count = ${pages}`)
    const rows = Array.from({ length: 2000 }, (_, i) => arrived('Juan Perez', { id: `T-${i}`, amount: `${i + 1}.00` }))

    expect(() => world.ingest(...rows)).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }))

    world.db.pragma('max_page_count = 1000000')
    expect(world.movements.list(world.userId, {}, { limit: 1, offset: 0 }).total).toBe(0)
    expect(world.ingest(...rows).inserted).toBe(2000)
  })
})

describe('at start', () => {
  test('requests with movements stored after their last check are evaluated', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    world.account.mode = null
    world.clock.advance(1000)
    world.ingest(arrived('Juan Perez'))
    world.account.mode = 'reconcile'
    expect(world.statuses()).toEqual({ 'A-1': 'not_found' })

    world.requests.sweep()

    expect(world.statuses()).toEqual({ 'A-1': 'matched' })
  })

  test('nothing is evaluated again where nothing was left', () => {
    const world = conciliationWorld()
    world.poll(expected('A-1', 'Juan Perez'))
    world.ingest(arrived('Zoe Diaz'))
    const before = world.requestOf('A-1')
    world.clock.advance(1000)

    world.requests.sweep()

    expect(world.requestOf('A-1')).toEqual(before)
  })
})

describe('the life cycle', () => {
  const all: RequestStatus[] = ['pending', 'matched', 'ambiguous', 'not_found', 'expired', 'cancelled', 'failed']
  const known: Record<string, RequestStatus[]> = {
    pending: ['matched', 'ambiguous', 'not_found', 'expired', 'cancelled', 'failed'],
    not_found: ['matched', 'ambiguous', 'expired', 'cancelled', 'failed'],
    ambiguous: ['matched', 'not_found', 'cancelled', 'failed'],
    failed: ['matched', 'ambiguous', 'not_found', 'cancelled'],
    matched: ['not_found'],
    expired: ['pending'],
    cancelled: ['pending'],
  }

  test.each(all.flatMap((from) => all.map((to) => [from, to] as const)).filter(([from, to]) => from !== to))(
    'from %s to %s is allowed or a conflict',
    (from, to) => {
      const move = () => checkTransition(from, to)
      if (known[from]?.includes(to)) expect(move).not.toThrow()
      else expect(move).toThrow(expect.objectContaining({ kind: 'conflict', code: 'request.transition' }))
    },
  )
})
