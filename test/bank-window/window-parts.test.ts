import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeMessage } from '../../main/core/bank-window/wire.ts'
import type { InputEvent } from '../../main/core/browser/live-view/input-events.ts'
import { drawnSize, fitted } from '../../renderer/features/bank-window/fit.ts'
import { followWindow } from '../../renderer/features/bank-window/follow-window.ts'
import { createInputSender } from '../../renderer/features/bank-window/input-sender.ts'
import { type Key, meaningOf } from '../../renderer/features/bank-window/keys.ts'
import { createMessageReader } from '../../renderer/features/bank-window/message-reader.ts'
import { mouseInput, toPage, wheelInput } from '../../renderer/features/bank-window/pointer.ts'
import { emptyView, withMessage } from '../../renderer/features/bank-window/window-state.ts'
import { click, down, move } from './acts.ts'

describe('messages of the line', () => {
  it('are the same however the line cuts them', () => {
    const message = fc.record({ title: fc.string({ unit: 'grapheme' }), payload: fc.uint8Array({ maxLength: 300 }) })
    fc.assert(
      fc.property(fc.array(message, { maxLength: 8 }), fc.array(fc.integer({ min: 1, max: 97 })), (messages, cuts) => {
        const bytes = Buffer.concat(messages.map(({ title, payload }) => encodeMessage({ type: 'x', title }, payload)))
        const read = createMessageReader()
        const found = []
        for (let at = 0, i = 0; at < bytes.length; i += 1) {
          const size = cuts[i % Math.max(cuts.length, 1)] ?? bytes.length
          found.push(...read(bytes.subarray(at, at + size)))
          at += size
        }
        expect(found.map((each) => [each.message, [...each.payload]])).toEqual(
          messages.map(({ title, payload }) => [{ type: 'x', title }, [...payload]]),
        )
      }),
    )
  })

  it('leave nothing of the page on the screen when its browser goes', () => {
    const shown = [
      { type: 'live', live: true, bankName: 'Puerto' } as const,
      { type: 'page', origin: 'https://bank.example', title: 'Cuentas', loading: true, popups: 1 } as const,
      { type: 'acting', acting: { actor: 'person', reason: 'asked', prompt: null } } as const,
      { type: 'dialog', dialog: { id: 1, kind: 'alert', message: 'x', defaultValue: '' } } as const,
    ].reduce(withMessage, emptyView)
    expect(shown).toMatchObject({ live: true, title: 'Cuentas', popups: 1, acting: { actor: 'person' } })
    expect(withMessage(shown, { type: 'live', live: false, bankName: 'Puerto' })).toEqual({
      ...emptyView,
      live: false,
      bankName: 'Puerto',
    })
  })

  it('come again by themselves after the line broke', async () => {
    let opened = 0
    const heard: string[] = []
    const done = Promise.withResolvers<void>()
    const stop = followWindow(
      async () => {
        opened += 1
        if (opened === 1) throw new Error('not there')
        return new Response(encodeMessage({ type: 'live', live: opened > 2, bankName: '' })).body as ReadableStream
      },
      {
        piece: ({ message }) => {
          heard.push(`live ${message.type === 'live' && message.live}`)
          if (opened > 2) done.resolve()
        },
        lost: () => heard.push('lost'),
      },
    )
    await done.promise
    stop()
    expect(heard).toEqual(['lost', 'live false', 'lost', 'live true'])
    expect(opened).toBe(3)
  })
})

describe('keys', () => {
  const key = (name: string, change: Partial<Key> & { altGraph?: boolean } = {}): Key => ({
    key: name,
    code: `Key${name.toUpperCase()}`,
    keyCode: 65,
    location: 0,
    repeat: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    getModifierState: () => change.altGraph === true,
    ...change,
  })
  const text = (pressed: Key, isMac = false) => {
    const meaning = meaningOf(pressed, isMac)
    return meaning.kind === 'key' ? [meaning.event.text ?? null, meaning.event.modifiers] : meaning.kind
  }

  it('that type go on with their text', () => {
    expect(text(key('a'))).toEqual(['a', 0])
    expect(text(key('Ñ', { shiftKey: true }))).toEqual(['Ñ', 8])
    expect(text(key(' '))).toEqual([' ', 0])
    expect(text(key('Enter'))).toEqual(['\r', 0])
    expect(text(key('Tab'))).toEqual([null, 0])
    expect(text(key('Tab', { shiftKey: true }))).toEqual([null, 8])
  })

  it('with AltGr or Option type without their modifiers', () => {
    expect(text(key('@', { ctrlKey: true, altKey: true, altGraph: true }))).toEqual(['@', 0])
    expect(text(key('@', { altKey: true }), true)).toEqual(['@', 0])
    expect(text(key('x', { altKey: true }))).toBe('window')
  })

  it('of composition belong to the field', () => {
    for (const name of ['Dead', 'Process', 'Unidentified', 'Compose']) expect(text(key(name))).toBe('window')
    expect(text(key('a', { isComposing: true }))).toBe('window')
    expect(text(key('a', { keyCode: 229 }))).toBe('window')
  })

  it('that edit go to the bank, those of the window stay with the window', () => {
    const command = (name: string, isMac: boolean, change: Partial<Key> = {}) =>
      text(key(name, { ...(isMac ? { metaKey: true } : { ctrlKey: true }), ...change }), isMac)
    for (const isMac of [false, true]) {
      const modifiers = isMac ? 4 : 2
      expect(command('a', isMac)).toEqual([null, modifiers])
      expect(command('z', isMac, { shiftKey: true })).toEqual([null, modifiers | 8])
      expect(command('ArrowLeft', isMac)).toEqual([null, modifiers])
      expect(command('c', isMac)).toBe('copy')
      expect(command('x', isMac)).toBe('cut')
      expect(command('r', isMac)).toBe('reload')
      for (const name of ['v', 'k', 't', 'w', 'n', 'l', 'p', 'f', '+', '0', 'Tab', 'F5'])
        expect(command(name, isMac)).toBe('window')
    }
    expect(text(key('Insert', { shiftKey: true }))).toBe('window')
    expect(text(key('F5'))).toBe('reload')
    for (const name of ['F1', 'F11', 'F12', 'Meta', 'Alt', 'CapsLock', 'AudioVolumeUp'])
      expect(text(key(name))).toBe('window')
  })

  it('Esc leaves the page', () => {
    expect(text(key('Escape'))).toBe('leave')
    expect(text(key('Escape', { isComposing: true }))).toBe('window')
  })
})

describe('the picture in its room', () => {
  const page = { page: 3, width: 1280, height: 800 }

  it('keeps its proportions and is never enlarged', () => {
    expect(fitted(page, { width: 640, height: 800 })).toEqual({ width: 640, height: 400 })
    expect(fitted(page, { width: 2000, height: 400 })).toEqual({ width: 640, height: 400 })
    expect(fitted(page, { width: 3000, height: 3000 })).toEqual({ width: 1280, height: 800 })
  })

  it('is drawn pixel for pixel where it has as many as the screen', () => {
    const room = { width: 942, height: 700, dpr: 1.5 }
    expect(drawnSize({ ...page, pixels: 1412 }, room).width * 1.5).toBe(1412)
    expect(drawnSize({ ...page, pixels: 942 }, room).width).toBe(942)
  })

  it('has each of its points where the page has it', () => {
    const rect = (left: number, top: number, width: number, height: number) => ({ left, top, width, height }) as DOMRect
    fc.assert(
      fc.property(
        fc.record({
          x: fc.double({ min: 0, max: 1280, noNaN: true }),
          y: fc.double({ min: 0, max: 800, noNaN: true }),
        }),
        fc.double({ min: 0.2, max: 3, noNaN: true }),
        ({ x, y }, scale) => {
          const picture = rect(11, 7, 1280 * scale, 800 * scale)
          const point = toPage({ clientX: 11 + x * scale, clientY: 7 + y * scale }, picture, page)
          expect(point.x).toBeCloseTo(x, 6)
          expect(point.y).toBeCloseTo(y, 6)
        },
      ),
    )
    const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: true }
    const at = { clientX: 100, clientY: 50, ...none }
    expect(mouseInput('down', { ...at, button: 2, buttons: 2, detail: 5 }, rect(0, 0, 640, 400), page)).toEqual({
      type: 'mouse',
      act: 'down',
      x: 200,
      y: 100,
      button: 'right',
      buttons: 2,
      clicks: 3,
      modifiers: 8,
      page: 3,
    })
    const turn = { ...at, deltaX: 0, deltaY: 3 }
    expect(wheelInput({ ...turn, deltaMode: 0 }, rect(0, 0, 640, 400), page)).toMatchObject({ dy: 6 })
    expect(wheelInput({ ...turn, deltaMode: 1 }, rect(0, 0, 640, 400), page)).toMatchObject({ dy: 120 })
    expect(wheelInput({ ...turn, deltaMode: 2 }, rect(0, 0, 640, 400), page)).toMatchObject({ dy: 2400 })
  })
})

describe('what a person does', () => {
  const sender = () => {
    const sent: (readonly InputEvent[])[] = []
    const answers: ((copied: string | null) => void)[] = []
    const frames: (() => void)[] = []
    const input = createInputSender({
      send: (events) => {
        sent.push(events)
        return new Promise((resolve) => answers.push((copied) => resolve({ copied })))
      },
      nextFrame: (step) => frames.push(step),
    })
    const settle = () => new Promise((resolve) => setTimeout(resolve))
    return { input, sent, answers, frames, settle }
  }

  it('is sent at once, in its order, one request at a time', async () => {
    const { input, sent, answers, settle } = sender()
    for (const event of click(5, 5)) input.push(event)
    input.push({ type: 'text', text: 'ñ' })
    expect(sent.map((events) => events.map(({ type }) => type))).toEqual([['mouse', 'mouse']])
    answers[0]?.(null)
    await settle()
    expect(sent[1]).toEqual([click(5, 5)[2], { type: 'text', text: 'ñ' }])
  })

  it('moves and turns of the wheel go once per drawn frame, as one', async () => {
    const { input, sent, frames } = sender()
    const turn = { type: 'wheel', x: 1, y: 1, dx: 0, dy: 10, modifiers: 0 } as const
    for (const x of [1, 2, 3]) input.push(move(x, 0))
    for (const dy of [10, 20]) input.push({ ...turn, dy })
    expect(sent).toEqual([])
    expect(frames).toHaveLength(1)
    frames[0]?.()
    expect(sent).toEqual([[move(3, 0), { ...turn, dy: 30 }]])
  })

  it('a press takes the move before it along', () => {
    const { input, sent } = sender()
    input.push(move(7, 7))
    input.push(down(7, 7))
    expect(sent).toEqual([[move(7, 7), down(7, 7)]])
  })

  it('gets the marked text back, and nothing when it is refused', async () => {
    const { input, answers } = sender()
    const copied = input.ask({ type: 'copy' })
    answers[0]?.('Pérez')
    expect(await copied).toBe('Pérez')
    const refused = createInputSender({ send: () => Promise.reject(new Error('refused')) })
    expect(await refused.ask({ type: 'copy' })).toBeNull()
    expect(await refused.ask({ type: 'copy' })).toBeNull()
  })
})
