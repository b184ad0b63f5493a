import { expect, test, vi } from 'vitest'
import { fillRun, strangers } from '../support/many-lines.ts'
import { type Listed, openRun } from '../support/world.ts'
import { makeBooks } from './generated/make-books.ts'

// How fast it is, is measured by the bench; here it only has to end.
vi.setConfig({ testTimeout: 300_000 })

interface Progress {
  readonly step: string
}

interface Worklist {
  readonly data: readonly { readonly id: string; readonly kind: string; readonly group: string }[]
  readonly total: number
  readonly counts: Readonly<Record<string, number>>
}

test('ten thousand lines against twenty thousand entries are matched while the program answers (112)', async () => {
  const { core, user, books, run, path, read } = await openRun()
  const { input, truth } = makeBooks(112, 8300)
  const items = input.items.slice(0, 10_000)
  const entries = [...input.entries, ...strangers(20_000 - input.entries.length)]
  expect([items.length, entries.length]).toEqual([10_000, 20_000])
  const into = { dataDir: core.dataDir, runId: run.id, ledgerId: books.bank.id, otherId: books.receivables.id }
  fillRun({ items, entries }, into)

  let isOver = false
  const passing = user.post<{ matched: number }>(`${path}/auto-match`).finally(() => {
    isOver = true
  })
  const seen = new Set<string>()
  let answered = 0
  await expect
    .poll(
      async () => {
        const [progress, list] = await Promise.all([
          user.get<Progress | null>(`${path}/progress`),
          user.get<Listed<unknown>>(`${path}/items?limit=50`),
        ])
        if (isOver) return true
        if (progress.body !== null) seen.add(progress.body.step)
        if (list.status === 200) answered += 1
        return false
      },
      { timeout: 240_000, interval: 20 },
    )
    .toBe(true)
  expect(answered).toBeGreaterThan(5)
  expect([...seen]).toEqual(expect.arrayContaining(['matching', 'storing']))

  const { status, body } = await passing
  expect(status).toBe(200)
  const known = new Set(items.map(({ id }) => id))
  const toFind = truth.filter(({ ids }) => ids.every((id) => id.startsWith('e') || known.has(id))).length
  expect(body.matched).toBeGreaterThan(toFind * 0.9)
  expect(await read()).toMatchObject({ status: 'completed', counts: { entries: 10_000, suggested: body.matched } })

  // So large a worklist is counted in a thread: what is shown follows a decision a moment later.
  const worklist = async () => (await user.get<Worklist>(`${path}/worklist?limit=50`)).body
  const before = await worklist()
  expect(before.data).toHaveLength(50)
  expect(before.total).toBe(Object.values(before.counts).reduce((sum, count) => sum + count, 0))
  const [first] = before.data
  expect(first).toMatchObject({ kind: 'match', group: 'strong' })
  expect((await user.post(`/v1/ledgers/reconciliation/matches/${first?.id}/accept`)).status).toBe(200)
  expect((await worklist()).data.map(({ id }) => id)).not.toContain(first?.id)
  await expect
    .poll(async () => (await worklist()).counts.strong, { timeout: 60_000, interval: 100 })
    .toBe((before.counts.strong ?? 0) - 1)
})
