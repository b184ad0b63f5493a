import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { doctypeForbidden } from '../detect.ts'
import { StatementError } from '../failure.ts'
import { isDoctypeAt, prologEnd } from '../prolog.ts'
import type { XmlNode } from './node.ts'
import { ElementScanner } from './scan-element.ts'
import { SkippedText } from './skipped-text.ts'

const maxDepth = 64
const maxAttributes = 64
const maxTextLength = 1024 * 1024
/** Elements of one captured piece; a real entry has some hundred, its details come away one by one. */
const maxNodes = 200_000
const rawLength = 4000
/** An entry that is longer is parsed as it comes, so that its details can be handed on one by one. */
const maxHeld = 256 * 1024

export interface XmlConsumer {
  /** An element outside captured pieces opens, `depth` elements around it; true captures it with everything inside. */
  opened(name: string, attributes: Readonly<Record<string, string>>, depth: number, line: number): boolean
  /** An element outside captured pieces closes, `depth` elements around it. */
  closed(depth: number): void
  /** A captured piece is complete. `raw` is its verbatim text, cut at 4,000 characters, where `wantsRaw` asked. */
  captured(node: XmlNode, raw: string | null): void
  /** Whether the element, met inside a captured piece, is handed over by itself and not kept in `piece`. */
  detached(node: XmlNode, parent: XmlNode, piece: XmlNode): boolean
  wantsRaw(name: string): boolean
  /** Whether entries stand here, with `depth` elements around them. */
  hasEntriesAt(depth: number): boolean
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that XML 1.0 forbids
const forbidden = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]+/g

/** What the parser minds and real files have: several documents in one file, blank lines before the first. */
const tolerated =
  /only one root|XML declaration|text data outside of root|processing instructions are not|expected one of|name\/value pairs/

/**
 * Drives the XML parser over a stream of text and hands pieces of the document to a consumer, in memory bounded by one
 * piece. Refuses DOCTYPE, unknown entities, and whatever is deeper, longer or has more attributes than any statement.
 */
export class XmlStream {
  private readonly parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false })
  private readonly consumer: XmlConsumer
  private readonly holder: string
  private readonly open: XmlNode[] = []
  private depth = 0
  private attributes = 0
  private nodes = 0
  private lastEvent = 0
  private hasProgressed = false
  private hasRoot = false
  private prolog = ''
  private chunk = ''
  private chunkStart = 0
  private rawStart: number | null = null
  private rawCarried = ''
  private hasForbiddenReferences = false
  private readonly scanner = new ElementScanner()
  private entryTag = 'Ntry>'
  /** The beginning of an entry whose end has not arrived. */
  private held = ''
  private hasClosed = false
  /** The parser has not seen what came last. */
  private hasSkipped = false
  private eventAt = 0
  private readonly skipped = new SkippedText()
  /** Forbidden control characters that were taken out. */
  removed = 0

  /** `holder` is the element whose children entries are. */
  constructor(consumer: XmlConsumer, holder: string) {
    this.consumer = consumer
    this.holder = holder
    const { parser } = this
    parser.on('doctype', () => {
      throw doctypeForbidden(this.place.line)
    })
    parser.on('error', (error) => this.fail(error))
    parser.on('opentagstart', () => this.startTag())
    parser.on('attribute', () => {
      this.attributes += 1
      if (this.attributes > maxAttributes) throw this.limit(`an element with more than ${maxAttributes} attributes`)
    })
    parser.on('opentag', (tag) => this.openTag(tag))
    parser.on('text', (text) => this.addText(text))
    parser.on('cdata', (text) => this.addText(text))
    parser.on('comment', () => this.progress())
    parser.on('closetag', () => this.closeTag())
  }

  write(arrived: string): void {
    const clean = arrived.replace(forbidden, (found) => {
      this.removed += found.length
      return ''
    })
    if (!this.hasRoot) this.checkProlog(clean)
    const text = this.held === '' ? clean : this.held + clean
    this.held = ''
    let at = 0
    while (at < text.length) {
      const start = text.indexOf(`<${this.entryTag}`, at)
      if (start < 0) break
      const before = text.slice(at, start)
      // Only directly behind a closed element, where no comment and no CDATA can be open.
      if (this.hasSkipped && before.trim() === '') this.skip(before)
      else this.feed(before)
      const next = this.isBetweenElements() ? this.readEntry(text, start) : this.pass(text, start)
      if (next < 0) return
      at = next
    }
    if (at < text.length) this.feed(at === 0 ? text : text.slice(at))
  }

  /** Hands the entry at `start` on; gives the place behind it, or -1 when the rest is held back. */
  private readEntry(text: string, start: number): number {
    const closing = `</${this.entryTag}`
    const end = text.indexOf(closing, start)
    if (end < 0 && text.length - start <= maxHeld) {
      this.held = text.slice(start)
      return -1
    }
    if (end < 0 || end - start > maxHeld) return this.pass(text, start)
    const next = end + closing.length
    const written = text.slice(start, next)
    const scanned = this.scanner.scan(written, this.place.line, maxDepth - this.depth)
    if (scanned === null) return this.pass(text, start)
    this.detach(scanned.node, scanned.node)
    this.consumer.captured(scanned.node, written.slice(0, rawLength))
    this.skip(written)
    return next
  }

  /** Leaves the entry to the parser, at least its first tag. */
  private pass(text: string, start: number): number {
    const next = start + this.entryTag.length + 1
    this.feed(text.slice(start, next))
    return next
  }

  /** Details come away at their end, the inner ones first, as when they are parsed. */
  private detach(node: XmlNode, piece: XmlNode): void {
    for (const child of node.children) this.detach(child, piece)
    if (!node.children.some((child) => child.name === 'TxDtls')) return
    const kept = node.children.filter((child) => !this.consumer.detached(child, node, piece))
    node.children.splice(0, node.children.length, ...kept)
  }

  private skip(text: string): void {
    this.skipped.add(text, this.parser)
    this.hasSkipped = true
  }

  private isBetweenElements(): boolean {
    if (this.open.length > 0 || !this.hasClosed || !this.consumer.hasEntriesAt(this.depth)) return false
    if (this.hasSkipped) return true
    const unread = this.chunkStart + this.chunk.length - this.eventAt
    return unread <= 0 || this.chunk.slice(-unread).trim() === ''
  }

  private feed(text: string): void {
    if (text === '') return
    this.hasSkipped = false
    this.chunkStart += this.chunk.length
    this.chunk = text
    this.parser.write(text)
    if (this.hasProgressed) this.lastEvent = this.parser.position
    this.hasProgressed = false
    if (this.parser.position - this.lastEvent > maxTextLength) throw this.limit('a text longer than 1 MiB')
    this.carryRaw()
  }

  end(): void {
    this.feed(this.held)
    this.held = ''
    if (!this.hasRoot || this.depth > 0) throw this.truncated()
    this.parser.close()
  }

  /** A document type declaration can be long: it is seen at its first letters, not at its end. */
  private checkProlog(text: string): void {
    this.prolog = (this.prolog + text).slice(0, maxTextLength)
    const end = prologEnd(this.prolog)
    if (isDoctypeAt(this.prolog, end)) throw doctypeForbidden(this.prolog.slice(0, end).split('\n').length)
  }

  /** Something ended in this piece of text, so that no single text goes through all of it. */
  private progress(hasClosed = false): void {
    this.hasProgressed = true
    this.hasClosed = hasClosed
    this.eventAt = this.parser.position
  }

  private startTag(): void {
    this.progress()
    this.attributes = 0
    this.depth += 1
    this.hasRoot = true
    this.prolog = ''
    if (this.depth > maxDepth) throw this.limit(`elements nested deeper than ${maxDepth}`)
  }

  private openTag(tag: SaxesTagPlain): void {
    this.progress()
    const name = localName(tag.name)
    const { line } = this.place
    if (name === this.holder) this.entryTag = `${tag.name.slice(0, -name.length)}Ntry>`
    if (this.open.length === 0 && !this.consumer.opened(name, tag.attributes, this.depth - 1, line)) return
    this.nodes = this.open.length === 0 ? 1 : this.nodes + 1
    if (this.nodes > maxNodes) throw this.limit(`an entry of more than ${maxNodes} elements`)
    if (this.open.length === 0 && this.consumer.wantsRaw(name)) this.startRaw()
    this.open.push({ name, line, text: '', currency: tag.attributes.Ccy?.trim() || null, children: [] })
  }

  private addText(text: string): void {
    this.progress()
    const node = this.open.at(-1)
    if (node === undefined) return
    node.text += text
    if (node.text.length > maxTextLength) throw this.limit('a text longer than 1 MiB')
  }

  private closeTag(): void {
    this.progress(true)
    this.depth -= 1
    const node = this.open.pop()
    if (node === undefined) {
      this.consumer.closed(this.depth)
      return
    }
    if (this.hasForbiddenReferences) node.text = node.text.replace(/&#x?[0-9a-f]*;/gi, '')
    node.text = node.children.length > 0 ? '' : node.text.trim()
    const parent = this.open.at(-1)
    if (parent === undefined) this.consumer.captured(node, this.endRaw())
    else if (!this.consumer.detached(node, parent, this.open[0] ?? parent)) parent.children.push(node)
    else this.nodes -= countNodes(node)
  }

  private startRaw(): void {
    const at = this.parser.position - this.chunkStart
    const start = this.chunk.lastIndexOf('<', at - 1)
    // The tag may have begun in the chunk before; its first letters are then lost, which display can bear.
    this.rawStart = this.chunkStart + Math.max(0, start)
    this.rawCarried = ''
  }

  private carryRaw(): void {
    if (this.rawStart === null || this.rawCarried.length >= rawLength) return
    const from = Math.max(0, this.rawStart - this.chunkStart)
    this.rawCarried = (this.rawCarried + this.chunk.slice(from)).slice(0, rawLength)
  }

  private endRaw(): string | null {
    if (this.rawStart === null) return null
    const from = Math.max(0, this.rawStart - this.chunkStart)
    const raw = (this.rawCarried + this.chunk.slice(from, this.parser.position - this.chunkStart)).slice(0, rawLength)
    this.rawStart = null
    return raw
  }

  private get place() {
    return this.skipped.placeOf(this.parser)
  }

  private limit(what: string): StatementError {
    const { line } = this.place
    return beyondLimit(what, line)
  }

  private truncated(): StatementError {
    const { line, column } = this.place
    const message = `The file ends in the middle (line ${line}, column ${column}). Download it again.`
    return new StatementError('file_truncated', message, [{ line, column, code: 'file_truncated', message }])
  }

  private fail(error: Error): void {
    const what = error.message.replace(/^\d+:\d+: /, '')
    if (tolerated.test(what)) return
    if (/malformed character entity/.test(what)) {
      // The parser leaves the reference in the text.
      this.hasForbiddenReferences = true
      this.removed += 1
      return
    }
    if (/unclosed tag|unexpected end/.test(what)) throw this.truncated()
    const { line, column } = this.place
    const code = /entity/.test(what) ? 'xml_entity_unknown' : 'xml_malformed'
    const message = `Line ${line}, column ${column}: the XML is damaged (${what.replace(/\.$/, '')}). Download the file again.`
    throw new StatementError(code, message, [{ line, column, code, message }])
  }
}

/** The refusal of a file that is out of all proportion. */
export function beyondLimit(what: string, line: number): StatementError {
  const message = `Line ${line}: the file has ${what}. No bank writes that; download the file again.`
  return new StatementError('xml_limit', message, [{ line, code: 'xml_limit', message }])
}

const countNodes = (node: XmlNode): number => node.children.reduce((sum, child) => sum + countNodes(child), 1)
