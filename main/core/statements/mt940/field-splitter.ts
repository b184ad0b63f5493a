import { StatementError } from '../failure.ts'
import type { TextLine } from '../text-lines.ts'

/** One field of a message with its lines, the tag taken off. `-` stands for a message's end, `{` for a block opened. */
export interface Field {
  readonly tag: string
  readonly lines: readonly string[]
  readonly line: number
}

const tagLine = /^\s*:(\d{2}[A-Z]?|NS):(.*)$/
const knownTags = new Set('20 21 25 25P 28 28C 13 13D 34F 60 60F 60M 61 62 62F 62M 64 65 86 90 90C 90D NS'.split(' '))
const block = /^\s*(?:-\}.*)?\{[1-5]:/
const maxLines = 2_000
const maxText = 64 * 1024

/** Cuts lines into fields; tolerates SWIFT blocks, bank lines around messages, control characters. */
export class FieldSplitter {
  private tag: string | null = null
  private lines: string[] = []
  private line = 0
  private size = 0
  private isInEntries = false
  private dash: string | null = null

  push({ text, number }: TextLine): Field[] {
    const clean = text.replaceAll('\t', ' ').replace(/\p{Cc}+/gu, '')
    if (block.test(clean)) return this.openBlock(clean, number)
    const found = tagLine.exec(clean)
    const tag = found?.[1]
    const content = found?.[2] ?? ''
    if (tag !== undefined && knownTags.has(tag) && !this.isRestOfTime(content)) return this.open(tag, content, number)
    if (/^-\s*$|^-XXX\s*$/.test(clean)) return this.meetDash(clean, number)
    if (/^-\}|^\}\s*$/.test(clean)) return this.endMessage(number)
    this.append(clean, number)
    return []
  }

  finish(): Field[] {
    const dashed = this.dash !== null
    return [...this.flush(), ...(dashed ? [{ tag: '-', lines: [], line: this.line }] : [])]
  }

  private openBlock(text: string, number: number): Field[] {
    const out = this.endMessage(number)
    const at = text.indexOf('{4:')
    if (at < 0) return out
    out.push({ tag: '{', lines: [], line: number })
    const rest = text.slice(at + 3)
    return rest.trim() === '' ? out : [...out, ...this.push({ text: rest, number })]
  }

  // A time such as 13:12:11 in :86: can be wrapped so that a line begins with ":12:11".
  private isRestOfTime(content: string): boolean {
    return this.isInEntries && /^\d\d(?!\d)/.test(content) && /\d$/.test(this.lines.at(-1) ?? '')
  }

  private open(tag: string, content: string, number: number): Field[] {
    const out = this.flush()
    this.tag = tag
    this.lines = [content]
    this.line = number
    this.size = content.length
    this.refuseEndless(number)
    if (tag.startsWith('60') || tag === '61') this.isInEntries = true
    if (tag.startsWith('62') || tag === '20') this.isInEntries = false
    return out
  }

  // Within entries a lone dash may be text; what follows decides.
  private meetDash(text: string, number: number): Field[] {
    if (!this.isInEntries || this.tag !== '86') return this.endMessage(number)
    this.dash = text
    return []
  }

  private endMessage(number: number): Field[] {
    const out = this.flush()
    this.isInEntries = false
    this.line = number
    return [...out, { tag: '-', lines: [], line: number }]
  }

  private append(text: string, number: number): void {
    if (this.tag === null || text.trim() === '') return
    if (this.dash !== null) this.lines.push(this.dash)
    this.dash = null
    this.lines.push(text)
    this.size += text.length
    this.refuseEndless(number)
  }

  private refuseEndless(number: number): void {
    if (this.lines.length <= maxLines && this.size <= maxText) return
    const message = `The field that begins in line ${this.line} has no end. The file is damaged, or is not a bank statement.`
    throw new StatementError('mt940_field_endless', message, [{ line: number, code: 'mt940_field_endless', message }])
  }

  private flush(): Field[] {
    const { tag, lines, line } = this
    this.tag = null
    this.lines = []
    this.size = 0
    this.dash = null
    return tag === null ? [] : [{ tag, lines, line }]
  }
}
