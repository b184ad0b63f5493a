import type { XmlNode } from './node.ts'

interface Tag {
  readonly name: string
  readonly local: string
  readonly currency: string | null
  readonly isEmpty: boolean
}

export interface Scanned {
  readonly node: XmlNode
  /** Line ends within the element. */
  readonly lines: number
}

const plainTag =
  /^([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<&]*"|'[^'<&]*'))*)\s*(\/?)$/
const currencyIn = /\sCcy\s*=\s*(?:"([^"]*)"|'([^']*)')/
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}
const maxKnownTags = 5_000
const maxAttributeText = 1_000

/**
 * Reads whole elements of the plainest XML: tags, texts, the five predefined entities. A statement repeats the same few
 * tags a million times, so each spelling is taken apart once. For whatever else occurs (comments, CDATA, character
 * references, damage of any kind) it answers null, and the XML parser, which is slower and knows all rules, reads it.
 */
export class ElementScanner {
  private readonly tags = new Map<string, Tag | null>()

  /** The element that is all of `text`, its first line numbered `line`; null when it has to be parsed instead. */
  scan(text: string, line: number, maxDepth: number): Scanned | null {
    if (text.includes('\r') && /\r(?!\n)/.test(text)) return null
    const names: string[] = []
    const open: XmlNode[] = []
    let lines = 0
    let newline = text.indexOf('\n')
    let at = 0
    for (;;) {
      const end = text.indexOf('>', at)
      if (end < 0) return null
      while (newline >= 0 && newline < end) {
        lines += 1
        newline = text.indexOf('\n', newline + 1)
      }
      if (text.charCodeAt(at + 1) === 47) {
        const node = open.pop()
        if (node === undefined || names.pop() !== text.slice(at + 2, end).trimEnd()) return null
        node.text = node.children.length > 0 ? '' : node.text.trim()
        const parent = open.at(-1)
        if (parent === undefined) return end === text.length - 1 ? { node, lines } : null
        parent.children.push(node)
      } else {
        const tag = this.tagOf(text.slice(at + 1, end))
        if (tag === null) return null
        const node: XmlNode = { name: tag.local, line: line + lines, text: '', currency: tag.currency, children: [] }
        const parent = open.at(-1)
        if (tag.isEmpty) {
          if (parent === undefined) return null
          parent.children.push(node)
        } else {
          open.push(node)
          names.push(tag.name)
          if (open.length > maxDepth) return null
        }
      }
      at = text.indexOf('<', end)
      if (at < 0) return null
      if (at === end + 1) continue
      const words = textOf(text.slice(end + 1, at))
      const node = open.at(-1)
      if (words === null || node === undefined) return null
      node.text += words
    }
  }

  private tagOf(written: string): Tag | null {
    let tag = this.tags.get(written)
    if (tag === undefined) {
      tag = written.length > maxAttributeText ? null : readTag(written)
      if (this.tags.size < maxKnownTags) this.tags.set(written, tag)
    }
    return tag
  }
}

function readTag(written: string): Tag | null {
  const found = plainTag.exec(written)
  const [, name = '', attributes = '', slash] = found ?? []
  if (name === '') return null
  const names = (attributes.match(/[\w.:-]+(?=\s*=)/g) ?? []).map(String)
  if (new Set(names).size < names.length) return null
  const currency = currencyIn.exec(attributes)
  return {
    name,
    local: name.slice(name.indexOf(':') + 1),
    currency: (currency?.[1] ?? currency?.[2] ?? '').trim() || null,
    isEmpty: slash === '/',
  }
}

/** The text with its entities resolved; null where it holds what only the parser may judge. */
function textOf(written: string): string | null {
  const text = written.includes('\r') ? written.replaceAll('\r\n', '\n') : written
  if (text.includes(']]>')) return null
  if (!text.includes('&')) return text
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(text)) return null
  return text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => entities[entity] ?? entity)
}
