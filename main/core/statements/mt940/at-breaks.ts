/** Online banking protocols hand a message over with "@@" in place of its line ends, and some programs save it so. */
const atBreak = /^\s*@@:\d\d/

/** A text with its line ends put back; any other text as it is. */
export const withLineEnds = (text: string): string => (atBreak.test(text) ? text.replaceAll('@@', '\n') : text)

/** The same for a text that arrives in pieces. */
export async function* restoreLineEnds(pieces: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let isBroken: boolean | null = null
  let carry = ''
  for await (const piece of pieces) {
    let text = carry + piece
    carry = ''
    if (isBroken === null && text.trimStart().length < 5) {
      carry = text
      continue
    }
    isBroken ??= atBreak.test(text)
    if (isBroken && text.endsWith('@') && !text.endsWith('@@')) {
      carry = '@'
      text = text.slice(0, -1)
    }
    yield isBroken ? text.replaceAll('@@', '\n') : text
  }
  if (carry !== '') yield carry
}
