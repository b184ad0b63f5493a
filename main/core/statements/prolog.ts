/**
 * Where the first thing that is no declaration, comment or blank begins in markup; the text's length when it ends before.
 * A scan instead of a pattern: patterns over comments can be made to try forever.
 */
export function prologEnd(text: string): number {
  let at = 0
  for (;;) {
    at = skipBlanks(text, at)
    const close = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null
    if (close === null) return at
    const end = text.indexOf(close, at + 2)
    if (end < 0) return text.length
    at = end + close.length
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && (text.charCodeAt(at) <= 0x20 || text[at] === '\ufeff')) at += 1
  return at
}

/** Whether a document type declaration begins at a place. */
export const isDoctypeAt = (text: string, at: number): boolean => /^<!doctype/i.test(text.slice(at, at + 9))
