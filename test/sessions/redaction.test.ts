import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createScrubber, redact } from '../../main/core/sessions/redact.ts'
import { readScriptLine } from '../../main/core/sessions/script-line.ts'
import { createTrail } from '../../main/core/sessions/trail.ts'

const same = (text: string) => text

describe('redaction', () => {
  it('takes out values of telling keys at any depth', () => {
    expect(
      redact({
        userPassword: 'a',
        nested: {
          list: [{ Cookie: 'b', ok: 1 }],
          API_KEY: 'c',
          apikey: 'd',
          authToken: 'e',
          'Proxy-Authorization': 'f',
        },
        pin: 1,
        auth: {},
        Key: 'g',
        monkey: 'stays',
        author: 'stays',
        spinning: 'stays',
      }),
    ).toEqual({
      userPassword: '[REDACTED]',
      nested: {
        list: [{ Cookie: '[REDACTED]', ok: 1 }],
        API_KEY: '[REDACTED]',
        apikey: '[REDACTED]',
        authToken: '[REDACTED]',
        'Proxy-Authorization': '[REDACTED]',
      },
      pin: '[REDACTED]',
      auth: '[REDACTED]',
      Key: '[REDACTED]',
      monkey: 'stays',
      author: 'stays',
      spinning: 'stays',
    })
  })

  it('lets no secret through under a telling key, however deep', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 30 }), (path) => {
        const deep = path.reduce<unknown>((inner, name) => ({ [name]: [inner] }), { password: 'S3cret-Word' })
        expect(JSON.stringify(redact(deep))).not.toContain('S3cret-Word')
      }),
    )
  })

  it('takes known secrets out of any text, however they are written', () => {
    const scrub = createScrubber(['a"b&c', 'a"b'])
    expect(scrub('plain a"b&c and a"b')).toBe('plain [REDACTED] and [REDACTED]')
    expect(scrub(`json ${JSON.stringify({ x: 'a"b&c' })} url ?q=${encodeURIComponent('a"b&c')}`)).toBe(
      'json {"x":"[REDACTED]"} url ?q=[REDACTED]',
    )
    expect(createScrubber([''])('same')).toBe('same')
  })
})

describe('a line of a script', () => {
  it.each([
    ['{"event":"authenticated"}', 'info'],
    ['{"event":"poll_failed"}', 'warn'],
    ['{"event":"navigation_failed"}', 'error'],
    ['{"event":"detail_mismatch"}', 'warn'],
    ['{"event":"rows_read"}', 'debug'],
    ['{"event":"rows_read","level":"error"}', 'error'],
    ['{"event":"authenticated","level":"loud"}', 'info'],
    ['{"event":"constructor"}', 'debug'],
    ['not json', 'debug'],
    ['[1]', 'debug'],
  ])('%s is of level %s', (text, level) => {
    expect(readScriptLine(text, same).level).toBe(level)
  })

  it('keeps unreadable lines as text and renames keys that are taken', () => {
    expect(readScriptLine('half a {', same)).toMatchObject({ event: 'text', fields: { text: 'half a {' } })
    expect(
      readScriptLine('{"at":"2026-01-01","event":"x","message":"m","timestamp":1,"context":{},"token":"t"}', same),
    ).toEqual({
      level: 'debug',
      event: 'x',
      at: '2026-01-01',
      fields: { detail_message: 'm', detail_timestamp: 1, detail_context: {}, token: '[REDACTED]' },
    })
  })
})

describe('the trail of a run', () => {
  const trailOf = (count: number) => {
    const trail = createTrail(() => 'now')
    for (let i = 1; i <= count; i += 1) trail.add(`e${i}`, { i })
    return trail.events()
  }

  it('keeps everything of a short run', () => {
    expect(trailOf(200).map((entry) => entry.event)).toEqual(Array.from({ length: 200 }, (_, i) => `e${i + 1}`))
  })

  it('keeps the first 50 and the last 150 of a long one, and says how many are missing', () => {
    const events = trailOf(1000)
    expect(events).toHaveLength(201)
    expect(events[49]?.event).toBe('e50')
    expect(events[50]).toEqual({ event: 'events_dropped', count: 800 })
    expect(events[51]?.event).toBe('e851')
    expect(events.at(-1)?.event).toBe('e1000')
  })

  it('cuts long texts and long events', () => {
    const trail = createTrail(() => 'now')
    trail.add('long', { text: 'x'.repeat(500), inner: [{ text: 'y'.repeat(500) }] })
    trail.add('many', Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`key${i}`, 'z'.repeat(100)])))
    const [long, many] = trail.events()
    expect(long).toEqual({
      at: 'now',
      event: 'long',
      text: `${'x'.repeat(120)}…`,
      inner: [{ text: `${'y'.repeat(120)}…` }],
    })
    expect(many).toEqual({ at: 'now', event: 'many', cut_from: expect.any(Number) })
    expect(JSON.stringify(many).length).toBeLessThanOrEqual(2500)
  })
})
