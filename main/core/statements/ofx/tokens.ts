import { doctypeForbidden } from '../detect.ts'
import { StatementError } from '../failure.ts'

/** An opening or closing tag with the text up to the next tag. */
export interface Token {
  readonly kind: 'open' | 'close'
  /** Upper case, without a namespace prefix. */
  readonly name: string
  /** Entities resolved, CDATA unpacked, trimmed. */
  readonly text: string
  readonly line: number
}

const maxText = 1_000_000
const tagStart = /<(?=[A-Za-z/?!])/g
const tagName = /^<(\/?)\s*(?:[\w-]+:)?([A-Za-z][\w.-]*)/

/**
 * Cuts SGML or XML into tags with their texts, chunk by chunk. A `<` that begins no tag is text. Comments and processing
 * instructions are passed over; a DOCTYPE is refused.
 */
export async function* tokens(
  text: AsyncIterable<string>,
  onProlog: (text: string) => void,
  signal?: AbortSignal,
): AsyncGenerator<readonly Token[], void, undefined> {
  const cutter = new Cutter(onProlog)
  for await (const chunk of text) {
    signal?.throwIfAborted()
    yield cutter.push(chunk)
  }
  yield cutter.finish()
}

class Cutter {
  private buffer = ''
  private line = 1
  private open: { kind: 'open' | 'close'; name: string; line: number } | null = null
  private text = ''
  private isInProlog = true
  private readonly onProlog: (text: string) => void

  constructor(onProlog: (text: string) => void) {
    this.onProlog = onProlog
  }

  push(chunk: string): Token[] {
    this.buffer += chunk
    const out: Token[] = []
    let at = 0
    for (;;) {
      const next = this.nextMark(at)
      if (next === null) break
      this.addText(this.buffer.slice(at, next.from))
      const markup = this.buffer.slice(next.from, next.to)
      this.take(markup, out)
      at = next.to
    }
    this.buffer = this.buffer.slice(at)
    if (this.buffer.length + this.text.length > maxText) throw this.endless()
    return out
  }

  finish(): Token[] {
    const out: Token[] = []
    // An unfinished tag at the end of a file is no text.
    const cut = this.buffer.search(/<[A-Za-z/?!][^<>]*$/)
    this.addText(cut < 0 ? this.buffer : this.buffer.slice(0, cut))
    this.send(out)
    return out
  }

  /** The next complete tag, comment, CDATA or instruction from `at`; null when more text is needed. */
  private nextMark(at: number): { from: number; to: number } | null {
    tagStart.lastIndex = at
    for (let found = tagStart.exec(this.buffer); found !== null; found = tagStart.exec(this.buffer)) {
      const from = found.index
      if (/^<!DOCTYPE/i.test(this.buffer.slice(from, from + 9)))
        throw doctypeForbidden(this.line + lineEnds(this.buffer.slice(at, from)))
      const closing = this.closingOf(from)
      const end = closing === null ? -1 : this.buffer.indexOf(closing, from)
      if (closing === null || end < 0) return null
      // "A <B & Co" before the next tag is text.
      const inner = this.buffer.indexOf('<', from + 1)
      if (closing === '>' && inner >= 0 && inner < end) continue
      return { from, to: end + closing.length }
    }
    return null
  }

  /** What ends the markup that begins here; null while that cannot be said. */
  private closingOf(from: number): string | null {
    const head = this.buffer.slice(from, from + 9)
    if (head === '<![CDATA[') return ']]>'
    if (head.startsWith('<!--')) return '-->'
    return ['<![CDATA[', '<!--', '<!DOCTYPE'].some((start) => start.startsWith(head.toUpperCase())) ? null : '>'
  }

  private take(markup: string, out: Token[]): void {
    const line = this.line
    this.line += lineEnds(markup)
    if (markup.startsWith('<![CDATA[')) {
      this.text += markup.slice(9, -3)
      return
    }
    if (markup.startsWith('<!')) return
    if (markup.startsWith('<?')) {
      if (this.isInProlog) this.onProlog(markup)
      return
    }
    const found = tagName.exec(markup)
    if (!found) {
      this.text += resolve(markup)
      return
    }
    this.send(out)
    const name = (found[2] ?? '').toUpperCase()
    const kind = found[1] === '/' ? 'close' : 'open'
    if (kind === 'open' && markup.endsWith('/>'))
      out.push({ kind, name, text: '', line }, { kind: 'close', name, text: '', line })
    else this.open = { kind, name, line }
  }

  private addText(text: string): void {
    this.line += lineEnds(text)
    if (this.open !== null) this.text += resolve(text)
    else if (this.isInProlog) this.onProlog(text)
  }

  private send(out: Token[]): void {
    if (this.open !== null) out.push({ ...this.open, text: this.text.trim() })
    this.isInProlog = false
    this.open = null
    this.text = ''
  }

  private endless(): StatementError {
    const message = `The text that begins in line ${this.line} is longer than a million characters. The file is damaged; download it again.`
    return new StatementError('ofx_text_endless', message, [{ line: this.line, code: 'ofx_text_endless', message }])
  }
}

const lineEnds = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Resolves entities, those written twice over too ("&amp;lt;"); a bare ampersand and an unknown one stay as they are. */
function resolve(text: string): string {
  if (!text.includes('&')) return text
  return resolved(/&amp;(?:#|[lg]t;|amp;|quot;|apos;)/i.test(text) ? resolved(text) : text)
}

const resolved = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (all, dec, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? all
    const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec)
    const isCharacter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : ''
  })
