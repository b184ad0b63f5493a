import { StatementError } from './failure.ts'

export interface TextLine {
  readonly text: string
  /** From 1. */
  readonly number: number
}

const maxLine = 1_000_000
// CR CR LF is one line end. The count is bounded so that a long run of CR costs no more than its length.
const lineEnd = /\r{0,3}\n|\r/

/** Splits decoded text into lines, one group per chunk; holds no more than one unfinished line. */
export async function* textLines(
  text: AsyncIterable<string>,
  signal?: AbortSignal,
): AsyncGenerator<readonly TextLine[], void, undefined> {
  let carry = ''
  let number = 0
  for await (const chunk of text) {
    signal?.throwIfAborted()
    const joined = carry + chunk
    // A CR at the end of a chunk may be half of a line end.
    const end = joined.length - (/\r{1,3}$/.exec(joined)?.[0].length ?? 0)
    const lines = joined.slice(0, end).split(lineEnd)
    carry = (lines.pop() ?? '') + joined.slice(end)
    if (carry.length > maxLine) throw lineTooLong(number + lines.length + 1)
    yield lines.map((line) => {
      number += 1
      return { text: line, number }
    })
  }
  const last = carry.replace(/\r+$/, '')
  if (last !== '') yield [{ text: last, number: number + 1 }]
}

function lineTooLong(line: number): StatementError {
  const message = `Line ${line} is longer than a million characters, so this is no bank's text file. Download the file again.`
  return new StatementError('line_too_long', message, [{ line, code: 'line_too_long', message }])
}
