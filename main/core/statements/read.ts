import { type ByteSource, limited, type Peeked, peek, pieces } from './byte-source.ts'
import { type ChainLink, chainBreaks, missingPages, sequenceGaps } from './chain.ts'
import { collect } from './collect.ts'
import { decode } from './decode.ts'
import { containerOf, detect, headBytes, spreadsheet } from './detect.ts'
import { StatementError } from './failure.ts'
import { gunzip } from './gunzip.ts'
import { prove } from './prove.ts'
import { readerOf } from './readers.ts'
import type { FrameEvent, ReadFile, ReadOptions, StatementFormat, StatementHead, StatementWarning } from './types.ts'

/** The largest plain file that is read, unless the caller sets another limit. */
const maxFileBytes = 1024 ** 3

/** Remarks on what lies between statements; a file of many that do not fit need not say so a thousand times. */
const maxBetween = 100

export interface FrameOptions extends ReadOptions {
  /** The most bytes of one file, unpacked. Default 1 GiB. */
  readonly maxBytes?: number
}

/** One file, recognised and being read. */
export interface Reading {
  readonly format: StatementFormat
  /** Why it is this format, in words. */
  readonly reason: string
  /** Final when `events` ended. */
  encoding(): string
  readonly events: AsyncGenerator<readonly FrameEvent[], void, undefined>
}

/**
 * Recognises a file by its content and reads it as a stream of events in bounded memory: per statement a head, entries,
 * an end and a proof; warnings and questions anywhere. Nothing may be kept before the stream ended without a failure.
 * Throws (here or while the events are read) `StatementError`.
 */
export async function readEvents(source: ByteSource, options: FrameOptions = {}): Promise<Reading> {
  const maxBytes = options.maxBytes ?? maxFileBytes
  const peeked = await peek(limited(pieces(source), maxBytes), headBytes)
  try {
    if (containerOf(peeked.head) !== 'gzip') return await opened(peeked, options)
    const unpacked = await peek(limited(pieces(gunzip(peeked.all)), maxBytes), headBytes)
    return await opened(unpacked, options)
  } catch (error) {
    await peeked.close()
    throw error
  }
}

async function opened({ head, all }: Peeked, options: FrameOptions): Promise<Reading> {
  refuseContainer(head)
  const { format, reason, declaredEncoding } = detect(head)
  const reader = await readerOf(format)
  const decoding = decode(all, head, { format, declared: declaredEncoding, chosen: options.encoding })
  const proved = prove(reader(decoding.text, options), options, options.signs?.[format])
  return { format, reason, encoding: decoding.encoding, events: framed(proved, decoding.warnings, options) }
}

/** Reads a whole file into memory; see `readEvents` for files of any size. */
export async function readStatements(source: ByteSource, options: FrameOptions = {}): Promise<ReadFile> {
  const reading = await readEvents(source, options)
  const read = await collect(reading.events)
  return { format: reading.format, encoding: reading.encoding(), ...read }
}

function refuseContainer(head: Uint8Array): void {
  const container = containerOf(head)
  if (container === null) return
  const names = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1')
  if (container === 'zip' && /\[Content_Types\]\.xml|opendocument\.spreadsheet/.test(names)) throw spreadsheet()
  if (container === 'zip')
    throw new StatementError('archive_not_opened', 'This is a zip archive; its members have to be read one by one.')
  throw new StatementError(
    'archive_nested',
    'The file is packed more than once. Unpack it, then import what is inside.',
  )
}

/** What concerns the file as a whole: nothing read at all, the chain over its statements, the decoding. */
async function* framed(
  events: AsyncIterable<readonly FrameEvent[]>,
  decoded: readonly StatementWarning[],
  { signal }: ReadOptions,
): AsyncGenerator<readonly FrameEvent[], void, undefined> {
  const links: ChainLink[] = []
  let head: StatementHead | null = null
  let entries = 0
  let isProvablyEmpty = true
  for await (const group of events) {
    signal?.throwIfAborted()
    for (const event of group) {
      if (event.kind === 'entry') entries += 1
      if (event.kind === 'proof' && event.proof.proof.status !== 'proved') isProvablyEmpty = false
      if (event.kind === 'statement') head = event.head
      if (event.kind === 'end' && head !== null) links.push({ ...head, ...event.end.head, ...event.end })
    }
    yield group
  }
  if (links.length === 0)
    throw new StatementError(
      'no_statement',
      'The file holds no statement. Download it again, or choose another period or format at the bank.',
    )
  if (entries === 0 && !isProvablyEmpty)
    throw new StatementError(
      'no_entries',
      'The file holds no transactions, and its balances do not show that nothing happened. Download it again, or choose another period at the bank.',
    )
  const between = [...missingPages(links), ...sequenceGaps(links), ...chainBreaks(links).map(chainWarning)]
  const warnings = [...decoded, ...between.slice(0, maxBetween)]
  if (warnings.length > 0) yield warnings.map((warning) => ({ kind: 'warning', warning }))
}

function chainWarning({ kind, account, from, to }: ReturnType<typeof chainBreaks>[number]): StatementWarning {
  const what = kind === 'gap' ? 'a statement between them is missing' : 'the statements overlap'
  return {
    code: kind === 'gap' ? 'statement_gap' : 'statement_overlap',
    params: { account: account ?? '–', from: from.date ?? '–', to: to.date ?? '–' },
    message: `${account ?? 'The account'} closes on ${from.date ?? 'one day'} and opens on ${to.date ?? 'the next'} with another balance: ${what}.`,
  }
}
