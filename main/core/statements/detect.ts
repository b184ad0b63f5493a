import { sharedLine } from './bai2/logical-records.ts'
import { holdsTable } from './csv/choose-shape.ts'
import { looksLikeTable } from './detect-table.ts'
import { StatementError, unknownFormat } from './failure.ts'
import { withLineEnds } from './mt940/at-breaks.ts'
import { isDoctypeAt, prologEnd } from './prolog.ts'
import type { StatementFormat } from './types.ts'
import { unicodeMark } from './unicode-mark.ts'

/** What is cut into cells when no single line looks like one of a table. */
const fallbackChars = 16 * 1024

/** How many bytes of a file detection looks at. */
export const headBytes = 256 * 1024

export type Container = 'zip' | 'gzip'

export interface Detected {
  readonly format: StatementFormat
  /** Why, in words for the preview. */
  readonly reason: string
  /** The encoding the file names itself, as written; null when it names none. */
  readonly declaredEncoding: string | null
}

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, i) => bytes[i] === byte)

/** Zip or gzip by signature, else null (specification 4.2, rows 1 and 2). */
export function containerOf(head: Uint8Array): Container | null {
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  return startsWith(head, 0x1f, 0x8b) ? 'gzip' : null
}

/** The refusal of a workbook, also when it is met inside an archive. */
export const spreadsheet = (): StatementError =>
  new StatementError(
    'spreadsheet_not_supported',
    'This is a spreadsheet. Open it and save it as CSV, or download CSV or camt.053 from the bank.',
  )

/**
 * Names the format by content only, in the order of specification 4.2. Throws a `StatementError` for everything that is
 * refused. `head` are the file's first bytes, neither zip nor gzip.
 */
export function detect(head: Uint8Array): Detected {
  refuseBinary(head)
  const text = headText(head)
  const start = text.trimStart()
  if (start === '')
    throw new StatementError('file_empty', 'The file is empty. Download it again; the bank may have had no lines.')
  return (
    detectXml(start) ??
    detectOfx(start) ??
    detectMt940(text) ??
    detectBai2(start) ??
    detectQif(text) ??
    refuseHtml(start) ??
    detectCsv(head, text) ??
    unknown(start)
  )
}

function refuseBinary(head: Uint8Array): void {
  if (Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1024)).includes('%PDF-'))
    throw new StatementError(
      'pdf_not_supported',
      'This is a PDF. It has no data that can be read safely; download the data export (camt.053, MT940, CSV) from the bank.',
    )
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) throw spreadsheet()
}

function headText(head: Uint8Array): string {
  const mark = unicodeMark(head)
  if (mark === null) return Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1')
  return new TextDecoder(mark.encoding).decode(head.subarray(mark.length))
}

const element = (name: string) => new RegExp(`<(?:[\\w.-]+:)?${name}[\\s/>]`)
const statement = element('BkToCstmrStmt')
const intraday = element('BkToCstmrAcctRpt')
const notification = element('BkToCstmrDbtCdtNtfctn')
const isMarkup = (start: string) => /^<[?!\w]/.test(withoutNoise(start.slice(0, 64)))

// biome-ignore lint/suspicious/noControlCharactersInRegex: such characters do stand before real files
const withoutNoise = (text: string) => text.replace(/^[\x00-\x20\x7f\u00a0\ufeff]+/, '')

const encodingDeclaredIn = (start: string) =>
  /<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(start.slice(0, 1024))?.[1] ?? null

/** Whether the file is a notification (camt.054), which is no statement but can be attached to one; else null. */
export function notificationIn(head: Uint8Array): { readonly declaredEncoding: string | null } | null {
  const start = headText(head)
  if (!isMarkup(start) || statement.test(start) || !notification.test(start)) return null
  return { declaredEncoding: encodingDeclaredIn(start) }
}

function detectXml(start: string): Detected | null {
  if (!isMarkup(start)) return null
  const declaredEncoding = encodingDeclaredIn(start)
  if (statement.test(start)) return { format: 'camt.053', reason: 'XML with a BkToCstmrStmt element', declaredEncoding }
  if (intraday.test(start))
    throw new StatementError(
      'camt_052_intraday',
      'This is an intraday report (camt.052). Its lines come again in the end-of-day statement; import the camt.053 instead.',
    )
  if (notification.test(start))
    throw new StatementError(
      'camt_054_notification',
      'This is a notification (camt.054), not a statement: it has no balances and repeats lines. Import the camt.053 instead.',
    )
  const root = prologEnd(start)
  if (/<\?OFX\b/i.test(start.slice(0, root)) || /^<OFX[\s>]/i.test(start.slice(root, root + 5)))
    return { format: 'ofx', reason: 'XML with an OFX root', declaredEncoding }
  if (isDoctypeAt(start, root) && !/^<!doctype\s+html/i.test(start.slice(root, root + 32))) throw doctypeForbidden()
  return null
}

/** The refusal of a document type declaration, wherever it stands. */
export const doctypeForbidden = (line?: number): StatementError =>
  new StatementError(
    'xml_doctype_forbidden',
    'The file contains a document type declaration (DOCTYPE). No bank needs one and it can do harm, so the file is refused. Download it again from the bank.',
    line === undefined ? [] : [{ line, code: 'xml_doctype_forbidden', message: 'DOCTYPE stands here.' }],
  )

function detectOfx(start: string): Detected | null {
  const isOfx = /^OFXHEADER/i.test(withoutNoise(start)) || /<OFX[\s>]/i.test(start.slice(0, 4096))
  if (!isOfx) return null
  const charset = /CHARSET\s*[:=]\s*"?([\w-]+)/i.exec(start.slice(0, 2048))?.[1] ?? null
  const encoding = /ENCODING\s*[:=]\s*"?([\w-]+)/i.exec(start.slice(0, 2048))?.[1] ?? null
  const declaredEncoding = charset !== null && !/^none$/i.test(charset) ? charset : encoding
  return { format: 'ofx', reason: 'an OFX header or tag', declaredEncoding }
}

/** The first lines of a text, each cut where nothing that is looked for can begin any more. */
function firstLines(text: string, count: number, longest: number): readonly string[] {
  const lines: string[] = []
  const lineEnd = /[\r\n]+/g
  for (let at = 0; at < text.length && lines.length < count; at = lineEnd.lastIndex) {
    const found = lineEnd.exec(text)
    lines.push(text.slice(at, Math.min(at + longest, found?.index ?? text.length)))
    if (found === null) break
  }
  return lines
}

/** The SWIFT tag a line begins with. Banks put a control character, blanks or the fourth block's brace before it. */
function tagOf(line: string): string | null {
  const text = withoutNoise(line)
  return /^:(\d\d[A-Z]?):/.exec(text.startsWith('{4:') ? withoutNoise(text.slice(3)) : text)?.[1] ?? null
}

function detectMt940(text: string): Detected | null {
  const lines = firstLines(withLineEnds(text), 200, 300)
  const tags = new Set(lines.map(tagOf))
  if (!tags.has('20') && !lines.some((line) => line.includes('{1:'))) return null
  const hasBalance = tags.has('60F') || tags.has('60M')
  if (!hasBalance && (tags.has('34F') || tags.has('90D') || tags.has('90C')))
    throw new StatementError(
      'mt942_intraday',
      'This is an interim report (MT942). Its lines come again in the end-of-day statement; import the MT940 instead.',
    )
  if (!hasBalance && !tags.has('61')) return null
  return { format: 'mt940', reason: 'SWIFT tags :20: and :60F: or :61:', declaredEncoding: null }
}

function detectBai2(start: string): Detected | null {
  const records = firstLines(start, 200, 300).map((line) => line.trim().slice(0, 3))
  const second = records.findIndex((record, i) => i > 0 && record !== '' && record !== '88,')
  const isShared = sharedLine.test(start.slice(0, 300))
  if (!isShared && (records[0] !== '01,' || records[second] !== '02,')) return null
  return { format: 'bai2', reason: 'records 01 and 02', declaredEncoding: null }
}

function detectQif(text: string): Detected | null {
  if (!/^[ \t]*!(?:Type:|Account)/im.test(text)) return null
  return { format: 'qif', reason: 'a line beginning with !Type: or !Account', declaredEncoding: null }
}

function refuseHtml(start: string): null {
  const head = start.slice(0, 4096)
  const isHtml =
    /<(?:!doctype\s+html|html)[\s>]/i.test(head) ||
    (isMarkup(start) && /<(?:head|body|table|script|meta|div|form)[\s>]/i.test(head))
  if (!isHtml) return null
  throw new StatementError(
    'html_instead_of_data',
    'This is a web page, not a data file; the login at the bank had probably expired. Log in again and download the file once more.',
  )
}

function detectCsv(head: Uint8Array, text: string): Detected | null {
  if (unicodeMark(head) === null && isNoise(head)) return null
  if (isMarkup(text.trimStart())) return null
  if (!looksLikeTable(firstLines(text, 2000, 4000)) && !holdsTable(text.slice(0, fallbackChars))) return null
  return { format: 'csv', reason: 'delimited rows with a date and an amount', declaredEncoding: null }
}

/** More than one control character in a hundred: no text. */
function isNoise(head: Uint8Array): boolean {
  let controls = 0
  for (const byte of head) if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls += 1
  return controls > head.length / 100 + 2
}

function unknown(start: string): never {
  throw unknownFormat('This is none of the formats that can be read (camt.053, CSV, MT940, OFX, QIF, BAI2).', start)
}
