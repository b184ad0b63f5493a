import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { StatementError } from './failure.ts'
import { guessLegacyEncoding } from './legacy-encoding.ts'
import type { StatementFormat, StatementWarning } from './types.ts'
import { unicodeMark } from './unicode-mark.ts'

/** How many bytes are looked at, from the first that is not ASCII, before an encoding is settled. */
const lookaheadBytes = 1024 * 1024

export interface DecodeHints {
  readonly format: StatementFormat
  readonly declared: string | null
  /** The user's choice; wins over everything the file says. */
  readonly chosen?: string | undefined
}

export interface Decoding {
  readonly text: AsyncGenerator<string, void, undefined>
  /** The encoding as far as it is known; final when the text was read to its end. */
  encoding(): string
  readonly warnings: readonly StatementWarning[]
}

const mixed = 'Some letters of the file are not UTF-8 like the rest; check names with accents.'

interface TextPieces {
  write(bytes: Buffer): string
  end(): string | undefined
}

/**
 * Bytes to text, chunk by chunk: mark or NUL pattern, then the declaration, then a check of the bytes, then a guess
 * (specification 4.2, 4.3.1, 4.5.1, 4.6). ASCII passes at once; only from the first other byte on is up to 1 MiB held
 * back to decide.
 */
export function decode(bytes: AsyncIterable<Uint8Array>, head: Uint8Array, hints: DecodeHints): Decoding {
  const warnings: StatementWarning[] = []
  const mark = unicodeMark(head)
  const chosen = hints.chosen === undefined ? null : checkedName(hints.chosen)
  let encoding: string = chosen ?? mark?.encoding ?? 'utf-8'
  const warnMixed = () => {
    if (warnings.length === 0) warnings.push({ code: 'encoding_mismatch', message: mixed })
  }
  const settle = (sample: Buffer, isWhole: boolean): TextPieces => {
    const found = settleEncoding(sample, isWhole, hints)
    encoding = found.encoding
    if (found.warning) warnings.push({ code: 'encoding_mismatch', message: found.warning })
    return found.encoding === 'utf-8' ? tolerantUtf8(warnMixed) : iconv.getDecoder(found.encoding)
  }
  const fixed = chosen ?? (mark === null || mark.encoding === 'utf-8' ? null : mark.encoding)
  const skip = mark?.length ?? 0
  const text = fixed === null ? decodeFound(bytes, skip, settle) : decodeFixed(bytes, skip, fixed)
  return { text, encoding: () => encoding, warnings }
}

async function* decodeFixed(bytes: AsyncIterable<Uint8Array>, skip: number, encoding: string) {
  const decoder = iconv.getDecoder(encoding)
  for await (const chunk of withoutMark(bytes, skip)) yield decoder.write(chunk)
  yield decoder.end() ?? ''
}

async function* decodeFound(
  bytes: AsyncIterable<Uint8Array>,
  skip: number,
  settle: (sample: Buffer, isWhole: boolean) => TextPieces,
) {
  let decoder: TextPieces | null = null
  const held: Buffer[] = []
  let heldBytes = 0
  for await (const chunk of withoutMark(bytes, skip)) {
    if (decoder !== null) {
      yield decoder.write(chunk)
      continue
    }
    if (held.length === 0 && isAscii(chunk)) {
      yield chunk.toString('latin1')
      continue
    }
    held.push(chunk)
    heldBytes += chunk.length
    if (heldBytes < lookaheadBytes) continue
    decoder = settle(Buffer.concat(held), false)
    for (const piece of held.splice(0)) yield decoder.write(piece)
  }
  if (decoder === null && held.length > 0) {
    decoder = settle(Buffer.concat(held), true)
    for (const piece of held) yield decoder.write(piece)
  }
  yield decoder?.end() ?? ''
}

async function* withoutMark(bytes: AsyncIterable<Uint8Array>, skip: number): AsyncGenerator<Buffer, void, undefined> {
  let left = skip
  for await (const chunk of bytes) {
    const cut = Math.min(left, chunk.length)
    left -= cut
    if (cut < chunk.length) yield Buffer.from(chunk.buffer, chunk.byteOffset + cut, chunk.length - cut)
  }
}

interface Settled {
  readonly encoding: string
  readonly warning?: string
}

function settleEncoding(sample: Buffer, isWhole: boolean, { format, declared }: DecodeHints): Settled {
  const named = declared === null ? null : knownName(declared)
  const isUnicodeNamed = named === null || /^utf-?(8|16|32)/i.test(named)
  if (isUtf8Start(sample, isWhole)) {
    if (isUnicodeNamed || !isSingleByte(named)) return { encoding: isUnicodeNamed ? 'utf-8' : named }
    return { encoding: 'utf-8', warning: `The file names ${declared} as its encoding but is written in UTF-8.` }
  }
  if (!isUnicodeNamed) return { encoding: named }
  if (countUtf8Letters(sample) > 0) return { encoding: 'utf-8' }
  if (format === 'camt.053' || declared !== null)
    return {
      encoding: 'windows-1252',
      warning: `The file says ${declared ?? 'UTF-8'} but its bytes are not; it was read as Windows-1252.`,
    }
  return { encoding: guessLegacyEncoding(sample) }
}

/** Valid UTF-8, where the sample's last character may be cut. */
function isUtf8Start(sample: Buffer, isWhole: boolean): boolean {
  if (isUtf8(sample)) return true
  if (isWhole) return false
  return [1, 2, 3].some((cut) => isUtf8(sample.subarray(0, -cut)))
}

/** Sequences that hardly occur by chance in another encoding, less the bytes that UTF-8 cannot have. */
function countUtf8Letters(sample: Buffer): number {
  const text = sample.toString('utf8')
  let letters = 0
  for (const found of text.matchAll(/[^\0-\x7f]/gu)) letters += found[0] === '\ufffd' ? -1 : 1
  return letters
}

const isSingleByte = (name: string) => /^(?:windows-125|iso-?8859|cp(?:850|852|437)|mac|latin)/i.test(name)

/** A name that the decoder knows, or null; Latin-1 and ASCII are read as Windows-1252, which contains them. */
function knownName(declared: string): string | null {
  const name = declared.toLowerCase()
  if (/^(?:1252|iso-?8859-?1|8859-?1|latin-?1|us-?ascii|usascii|ascii|ansi)$/.test(name)) return 'windows-1252'
  if (/^125\d$/.test(name)) return `windows-${name}`
  if (name === 'csunicode' || name === 'unicode' || name === 'none') return null
  return iconv.encodingExists(name) ? name : null
}

function checkedName(chosen: string): string {
  const name = /^utf-?8$/i.test(chosen) ? 'utf-8' : knownName(chosen)
  if (name === null) throw new StatementError('encoding_unknown', `The encoding "${chosen.slice(0, 40)}" is not known.`)
  return name
}

/** UTF-8 in which single bytes that are not valid are read as Windows-1252: banks cut names in the middle of a letter. */
function tolerantUtf8(onOther: () => void): TextPieces {
  const read = (bytes: Buffer) => (isUtf8(bytes) ? bytes.toString('utf8') : readTolerantly(bytes, onOther))
  let carried: Buffer = Buffer.alloc(0)
  return {
    write(bytes) {
      const all = carried.length === 0 ? bytes : Buffer.concat([carried, bytes])
      const cut = unfinished(all)
      carried = Buffer.from(all.subarray(all.length - cut))
      return read(all.subarray(0, all.length - cut))
    },
    end: () => read(carried),
  }
}

/** Bytes at the end that may be the beginning of a character. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? back : 0
    }
  }
  return 0
}

function readTolerantly(bytes: Buffer, onOther: () => void): string {
  onOther()
  let text = ''
  let at = 0
  while (at < bytes.length) {
    const length = validLength(bytes, at)
    if (length === 0) {
      text += iconv.decode(bytes.subarray(at, at + 1), 'windows-1252')
      at += 1
    } else {
      let end = at + length
      for (let more = validLength(bytes, end); more > 0; more = validLength(bytes, end)) end += more
      text += bytes.toString('utf8', at, end)
      at = end
    }
  }
  return text
}

/** Length of the valid UTF-8 character at a place, or 0. */
function validLength(bytes: Buffer, at: number): number {
  const first = bytes[at]
  if (first === undefined) return 0
  if (first < 0x80) return 1
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  return at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0
}
