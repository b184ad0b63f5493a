import { expect, test } from 'vitest'
import { createTestCore } from '../support/core.ts'

const path = '/me/saved-filters'

test('a filter is kept under its name, replaced in its place, and forgotten', async () => {
  const { signUp } = await createTestCore()
  const ana = await signUp()
  await ana.put(path, { list: 'entries', name: 'Open', query: 'only=open' })
  const saved = await ana.put(path, { list: 'entries', name: 'Rent', query: 'q=rent&sort=-amount' })
  expect(saved).toMatchObject({
    status: 200,
    body: {
      data: [
        { name: 'Open', query: 'only=open' },
        { name: 'Rent', query: 'q=rent&sort=-amount' },
      ],
    },
  })
  await ana.put(path, { list: 'entries', name: ' Open ', query: 'only=open&q=x' })
  expect((await ana.get(`${path}?list=entries`)).body).toEqual({
    data: [
      { name: 'Open', query: 'only=open&q=x' },
      { name: 'Rent', query: 'q=rent&sort=-amount' },
    ],
  })
  expect((await ana.get(`${path}?list=rules`)).body).toEqual({ data: [] })
  const forgotten = await ana.delete(`${path}?list=entries&name=Open`)
  expect(forgotten.status).toBe(204)
  expect((await ana.get(`${path}?list=entries`)).body).toEqual({
    data: [{ name: 'Rent', query: 'q=rent&sort=-amount' }],
  })
  expect(await ana.delete(`${path}?list=entries&name=Open`)).toMatchObject({ status: 404 })
})

test('what is empty or too long is refused, and so is one more than a list may have', async () => {
  const { signUp, call } = await createTestCore()
  const ana = await signUp()
  for (const body of [
    { list: 'entries', name: ' ', query: 'q=x' },
    { list: 'entries', name: 'x'.repeat(61), query: 'q=x' },
    { list: 'entries', name: 'x', query: '' },
    { name: 'x', query: 'q=x' },
  ])
    expect((await ana.put(path, body)).status).toBe(400)
  expect((await ana.get(path)).status).toBe(400)
  expect((await call('GET', `${path}?list=entries`)).status).toBe(401)
  for (let n = 1; n <= 50; n += 1) await ana.put(path, { list: 'entries', name: `Filter ${n}`, query: `q=${n}` })
  expect((await ana.put(path, { list: 'entries', name: 'Another', query: 'q=x' })).status).toBe(409)
  // One that is there already is changed all the same.
  expect((await ana.put(path, { list: 'entries', name: 'Filter 50', query: 'q=x' })).status).toBe(200)
  expect((await ana.put(path, { list: 'rules', name: 'Another', query: 'q=x' })).status).toBe(200)
})
