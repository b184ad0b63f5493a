import { StatementError } from './failure.ts'

/** Bytes of one file: whole, or as they come from a stream. */
export type ByteSource = Uint8Array | AsyncIterable<Uint8Array>

const pieceBytes = 64 * 1024

/** The source in pieces of at most 64 KiB, so that a reader's work between two pieces stays short. */
export async function* pieces(source: ByteSource): AsyncGenerator<Uint8Array, void, undefined> {
  if (source instanceof Uint8Array) yield* cut(source)
  else for await (const chunk of source) yield* cut(chunk)
}

function* cut(bytes: Uint8Array): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

/** Passes bytes on until the limit, then refuses the file. */
export async function* limited(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let total = 0
  for await (const chunk of source) {
    total += chunk.length
    if (total > maxBytes)
      throw new StatementError(
        'file_too_large',
        `The file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MiB. Ask the bank for a shorter period.`,
      )
    yield chunk
  }
}

export interface Peeked {
  readonly head: Uint8Array
  /** All bytes, those of the head included. */
  readonly all: AsyncIterable<Uint8Array>
  /** Lets go of the source without reading on. */
  close(): Promise<void>
}

/** Looks at the first bytes of a stream (up to `count`) without losing them. */
export async function peek(source: AsyncIterable<Uint8Array>, count: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let seen = 0
  let isDone = false
  while (seen < count && !isDone) {
    const next = await iterator.next()
    if (next.done) isDone = true
    else {
      first.push(next.value)
      seen += next.value.length
    }
  }
  const close = async () => void (await iterator.return?.())
  return { head: Buffer.concat(first).subarray(0, count), all: rest(first, iterator), close }
}

async function* rest(first: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>) {
  try {
    yield* first
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}
