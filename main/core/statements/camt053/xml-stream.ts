import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { doctypeForbidden } from '../detect.ts'
import { StatementError } from '../failure.ts'
import { isDoctypeAt, prologEnd } from '../prolog.ts'
import type { XmlNode } from './node.ts'

const maxDepth = 64
const maxAttributes = 64
const maxTextLength = 1024 * 1024
/** Elements of one captured piece; a real entry has some hundred, its details come away one by one. */
const maxNodes = 200_000
const rawLength = 4000

export interface XmlConsumer {
  /** An element outside captured pieces opens, `depth` elements around it; true captures it with everything inside. */
  opened(name: string, attributes: Readonly<Record<string, string>>, depth: number, line: number): boolean
  /** An element outside captured pieces closes, `depth` elements around it. */
  closed(depth: number): void
  /** A captured piece is complete. `raw` is its verbatim text, cut at 4,000 characters, where `wantsRaw` asked. */
  captured(node: XmlNode, raw: string | null): void
  /** Whether the element, met inside a captured piece, is handed over by itself and not kept in the piece. */
  detached(node: XmlNode, parent: XmlNode): boolean
  wantsRaw(name: string): boolean
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
  /** Forbidden control characters that were taken out. */
  removed = 0

  constructor(consumer: XmlConsumer) {
    this.consumer = consumer
    const { parser } = this
    parser.on('doctype', () => {
      throw doctypeForbidden(parser.line)
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

  get line(): number {
    return this.parser.line
  }

  write(text: string): void {
    const clean = text.replace(forbidden, (found) => {
      this.removed += found.length
      return ''
    })
    this.chunkStart += this.chunk.length
    this.chunk = clean
    if (!this.hasRoot) this.checkProlog(clean)
    this.parser.write(clean)
    if (this.hasProgressed) this.lastEvent = this.parser.position
    this.hasProgressed = false
    if (this.parser.position - this.lastEvent > maxTextLength) throw this.limit('a text longer than 1 MiB')
    this.carryRaw()
  }

  end(): void {
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
  private progress(): void {
    this.hasProgressed = true
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
    const { line } = this.parser
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
    this.progress()
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
    else if (!this.consumer.detached(node, parent)) parent.children.push(node)
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
    return { line: this.parser.line, column: this.parser.column + 1 }
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
