import type { WindowMessage } from '../../main/core/bank-window/types.ts'

export interface Received {
  readonly header: WindowMessage
  readonly payload: Uint8Array
}
type Of<Type extends WindowMessage['type']> = Extract<WindowMessage, { type: Type }>

/** Reads the stream of a bank window in the background and keeps the newest of each type. */
export function readWindow(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader()
  const all: Received[] = []
  const waiting = new Set<() => void>()
  let bytes: Uint8Array = new Uint8Array()
  let ended = false

  const take = () => {
    for (;;) {
      if (bytes.length < 8) return
      const view = new DataView(bytes.buffer, bytes.byteOffset)
      const [head, body] = [view.getUint32(0), view.getUint32(4)]
      if (bytes.length < 8 + head + body) return
      const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + head))) as WindowMessage
      all.push({ header, payload: bytes.slice(8 + head, 8 + head + body) })
      bytes = bytes.slice(8 + head + body)
    }
  }
  const look = () => {
    for (const each of [...waiting]) each()
  }
  const run = async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      bytes = Buffer.concat([bytes, value])
      take()
      look()
    }
    ended = true
    look()
  }
  void run().catch(() => undefined)

  const waitFor = <T>(what: string, found: () => T | undefined | null | false, ms = 8000): Promise<T> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(check)
        reject(new Error(`${what} did not come; last: ${JSON.stringify(all.slice(-8).map(({ header }) => header))}`))
      }, ms)
      const check = () => {
        const value = found()
        if (value === undefined || value === null || value === false) return
        clearTimeout(timer)
        waiting.delete(check)
        resolve(value)
      }
      waiting.add(check)
      check()
    })
  const last = <Type extends WindowMessage['type']>(type: Type): Of<Type> | undefined =>
    all.findLast(({ header }) => header.type === type)?.header as Of<Type> | undefined

  return {
    all,
    last,
    frames: () => all.filter(({ header }) => header.type === 'frame'),
    /** The newest message of that type that fits. */
    until: <Type extends WindowMessage['type']>(type: Type, fits: (message: Of<Type>) => boolean) =>
      waitFor(type, () => {
        const message = last(type)
        return message && fits(message) ? message : null
      }),
    /** A picture that comes from now on. */
    nextFrame: () => {
      const before = all.length
      return waitFor('a picture', () => all.slice(before).find(({ header }) => header.type === 'frame'))
    },
    waitFor,
    ended: () => waitFor('the end', () => ended),
    leave: () => reader.cancel(),
  }
}
