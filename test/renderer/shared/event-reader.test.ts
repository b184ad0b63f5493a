import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEventReader } from '../../../renderer/shared/event-reader.ts'

const text =
  'event: ready\ndata: {}\n\n: a comment\n\ndata: {"type":"run.updated"}\n\ndata: two\ndata: lines\r\n\r\nevent: beat\ndata: {}\n\n'
const messages = [
  { event: 'ready', data: '{}' },
  { event: 'message', data: '{"type":"run.updated"}' },
  { event: 'message', data: 'two\nlines' },
  { event: 'beat', data: '{}' },
]

test('reads messages, skips comments, joins lines', () => {
  expect(createEventReader()(text)).toEqual(messages)
})

test('wherever the network cuts the text, the messages are the same', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
      const read = createEventReader()
      const places = [0, ...cuts.sort((a, b) => a - b), text.length]
      const pieces = places.slice(1).map((end, i) => text.slice(places[i], end))
      expect(pieces.flatMap(read)).toEqual(messages)
    }),
  )
})

test('an incomplete message waits for its end', () => {
  const read = createEventReader()
  expect(read('data: half')).toEqual([])
  expect(read(' done\n\n')).toEqual([{ event: 'message', data: 'half done' }])
})
