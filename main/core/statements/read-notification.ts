import { type ByteSource, limited, peek, pieces } from './byte-source.ts'
import { readCamt054 } from './camt053/read-camt053.ts'
import { decode } from './decode.ts'
import { containerOf, detect, headBytes, notificationIn } from './detect.ts'
import { StatementError } from './failure.ts'
import { gunzip } from './gunzip.ts'
import type { FrameOptions } from './read.ts'
import type { ReadEvent } from './types.ts'

const maxFileBytes = 1024 ** 3

/**
 * Reads a notification (camt.054) as a stream: per notification a head without balances, its entries with their parts,
 * an end. Throws `not_a_notification` for a statement, and what `readEvents` throws for what is neither.
 */
export async function readNotification(
  source: ByteSource,
  options: FrameOptions = {},
): Promise<{ readonly encoding: () => string; readonly events: AsyncIterable<readonly ReadEvent[]> }> {
  const maxBytes = options.maxBytes ?? maxFileBytes
  const outer = await peek(limited(pieces(source), maxBytes), headBytes)
  try {
    const isPacked = containerOf(outer.head) === 'gzip'
    const { head, all } = isPacked ? await peek(limited(pieces(gunzip(outer.all)), maxBytes), headBytes) : outer
    const found = notificationIn(head)
    if (found === null) throw notOne(head)
    const decoding = decode(all, head, {
      format: 'camt.053',
      declared: found.declaredEncoding,
      chosen: options.encoding,
    })
    return { encoding: decoding.encoding, events: readCamt054(decoding.text, options) }
  } catch (error) {
    await outer.close()
    throw error
  }
}

function notOne(head: Uint8Array): StatementError {
  const { format } = detect(head)
  return new StatementError(
    'not_a_notification',
    `This is a statement (${format}), not a notification (camt.054). Import it into the run instead.`,
  )
}
