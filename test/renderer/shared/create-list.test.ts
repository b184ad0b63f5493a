import { describe, expect, test, vi } from 'vitest'
import type { Page } from '../../../renderer/shared/http.ts'
import { createList } from '../../../renderer/shared/list/create-list.ts'

interface Row {
  readonly id: string
}
interface Filter {
  readonly q?: string
}

/** A list over a program whose answers the test gives when it wants. */
function listOverQuestions() {
  const questions: {
    filter: Filter
    offset: number
    signal: AbortSignal
    answer: (page: Page<Row>) => void
    fail: (error: Error) => void
  }[] = []
  const list = createList<Row, Filter>(
    (filter, { offset }, signal) =>
      new Promise((answer, fail) => {
        questions.push({ filter, offset, signal, answer, fail })
      }),
  )
  const rows = (name: string, offset: number) =>
    Array.from({ length: 100 }, (_, i) => ({ id: `${name} ${offset + i}` }))
  return { list, questions, rows, state: () => list.store.getState() }
}

describe('a list of the program', () => {
  test('asks for the first page, then for what comes in sight', async () => {
    const { list, questions, rows, state } = listOverQuestions()
    list.show({})
    questions[0]?.answer({ rows: rows('a', 0), total: 1000 })
    await vi.waitFor(() => expect(state().total).toBe(1000))

    list.need(480, 520)

    expect(questions.map(({ offset }) => offset)).toEqual([0, 400, 500])
    questions[1]?.answer({ rows: rows('a', 400), total: 1000 })
    await vi.waitFor(() => expect(list.rowAt(480)).toEqual({ id: 'a 480' }))
    expect(list.rowAt(520)).toBeUndefined()
  })

  test('does not ask twice for a page that is under way', () => {
    const { list, questions } = listOverQuestions()
    list.show({})
    list.need(0, 20)
    list.need(0, 30)
    expect(questions).toHaveLength(1)
  })

  test('an answer to an older filter is never drawn', async () => {
    const { list, questions, rows, state } = listOverQuestions()
    list.show({ q: 'old' })
    list.show({ q: 'new' })
    questions[1]?.answer({ rows: rows('new', 0), total: 5 })
    await vi.waitFor(() => expect(state().total).toBe(5))

    questions[0]?.answer({ rows: rows('old', 0), total: 99 })
    await new Promise((resolve) => setImmediate(resolve))

    expect(questions[0]?.signal.aborted).toBe(true)
    expect(state().total).toBe(5)
    expect(list.rowAt(0)).toEqual({ id: 'new 0' })
  })

  test('a refresh keeps the rows in sight until the new ones are there', async () => {
    const { list, questions, rows, state } = listOverQuestions()
    list.show({})
    questions[0]?.answer({ rows: rows('before', 0), total: 300 })
    await vi.waitFor(() => expect(state().total).toBe(300))
    list.need(0, 120)
    questions[1]?.answer({ rows: rows('before', 100), total: 300 })
    await vi.waitFor(() => expect(list.rowAt(110)).toBeDefined())

    list.refresh()
    expect(list.rowAt(0)).toEqual({ id: 'before 0' })
    questions[2]?.answer({ rows: rows('after', 0), total: 301 })
    questions[3]?.answer({ rows: rows('after', 100), total: 301 })

    await vi.waitFor(() => expect(list.rowAt(110)).toEqual({ id: 'after 110' }))
    expect(list.rowAt(0)).toEqual({ id: 'after 0' })
    expect(state().total).toBe(301)
  })

  test('a failure is kept beside the rows, and a refresh clears it', async () => {
    const { list, questions, rows, state } = listOverQuestions()
    list.show({})
    questions[0]?.fail(new Error('disk full'))
    await vi.waitFor(() => expect(state().failure?.message).toBe('disk full'))

    list.refresh()
    questions[1]?.answer({ rows: rows('a', 0), total: 1 })

    await vi.waitFor(() => expect(state()).toMatchObject({ failure: null, total: 1 }))
  })

  test('a list that left the screen is not fetched at a hint', () => {
    const { list, questions } = listOverQuestions()
    list.show({})
    list.leave()
    list.refresh()
    expect(questions).toHaveLength(1)
  })

  test('coming back to the same filter draws the old rows at once and fetches them again', async () => {
    const { list, questions, rows, state } = listOverQuestions()
    list.show({ q: 'a' })
    questions[0]?.answer({ rows: rows('a', 0), total: 10 })
    await vi.waitFor(() => expect(state().total).toBe(10))
    list.leave()

    list.show({ q: 'a' })

    expect(list.rowAt(0)).toEqual({ id: 'a 0' })
    expect(questions).toHaveLength(2)
  })
})
