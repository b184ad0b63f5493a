import { StatementError } from '../failure.ts'
import { declaredDelimiter, frontOf } from './choose-shape.ts'
import { tableOfBlocks } from './labelled-blocks.ts'
import { type Row, type Shape, tokenizeSparsely } from './tokenize.ts'

/** The text without its mark, without a spreadsheet's enclosing of lines, and blocks of labels as a table. Throws for pages, binary data and nothing. */
export function prepareText(source: string): string {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source
  refuseOther(text)
  return tableOfBlocks(text) ?? (text.startsWith('"') ? unwrapLines(text) : text)
}

export function tokenizeAll(text: string, shape: Shape, skip: ReadonlySet<number>): Row[] {
  // "sep=;" stays a row of its own, so that its line has a verdict; its cells are never a header.
  const rows = tokenizeSparsely(text, shape, skip)
  const first = rows[0]
  if (first && first.line === 1 && declaredDelimiter(text))
    rows[0] = { ...first, cells: [text.slice(first.start, first.end)] }
  return rows
}

function refuseOther(text: string): void {
  const front = text.slice(0, 4_096)
  if (text.trim() === '') throw new StatementError('file_empty', 'The file is empty. Download it again.')
  if (/^\s*(?:<!doctype html|<html|<head|<body|<table|<\?xml[^>]*>\s*<html)/i.test(front))
    throw new StatementError(
      'html_instead_of_data',
      'This is a web page, not a table. The session at the bank may have ended; log in and download the CSV again.',
    )
  let control = 0
  for (let index = 0; index < front.length; index += 1) {
    const code = front.charCodeAt(index)
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 26) control += 1
  }
  if (control * 50 > front.length)
    throw new StatementError('format_unknown', 'The file holds binary data, not text. Download the statement as CSV.')
}

const enclosedLine = /^"(?:[^"]|"")*"$/

/** Undoes a spreadsheet that enclosed every line as one cell: `"2025-01-01,""A"",1.00"`. */
function unwrapLines(text: string): string {
  const front = frontOf(text)
    .split(/\r\r\n|\r\n|\n|\r/, 50)
    .filter((line) => line !== '')
  const isWrapped =
    front.length > 1 && front.every((line) => enclosedLine.test(line)) && front.some((line) => line.includes('""'))
  if (!isWrapped || front.some((line) => /"[,;\t|]"/.test(line.replaceAll('""', '')))) return text
  return text.replace(/^"((?:[^"\r\n]|"")*)"(?=\r|\n|$)/gm, (_, inner: string) => inner.replaceAll('""', '"'))
}
