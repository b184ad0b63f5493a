import { StatementError, type StatementFault } from './failure.ts'

const maxListed = 100
const maxQuoted = 40

/** The text of a place, for words in another language; nothing for an empty one. */
export const quoting = (text: string): Pick<StatementFault, 'params'> =>
  text.trim() === '' ? {} : { params: { context: 'text', text: text.trim().slice(0, maxQuoted) } }

/** Gathers the places of a file that cannot be read, so that one failure lists them together (up to 100). */
export class Faults {
  private readonly listed: StatementFault[] = []
  private count = 0

  /** `text`: what stands there. */
  add(code: string, message: string, line: number, text = ''): void {
    this.count += 1
    if (this.listed.length < maxListed) this.listed.push({ line, code, message, ...quoting(text) })
  }

  /** Throws when anything was added. A single kind of fault gives the failure its code, several give `lines_invalid`. */
  throwIfAny(): void {
    const [first] = this.listed
    if (first === undefined) return
    const isOneKind = this.listed.every((fault) => fault.code === first.code)
    const more = this.count > 1 ? ` and ${this.count - 1} more` : ''
    throw new StatementError(
      isOneKind ? first.code : 'lines_invalid',
      `Line ${first.line}${more} cannot be read: ${first.message} Nothing was imported; ask the bank for a new file.`,
      this.listed,
    )
  }
}
