import { StatementError } from '../failure.ts'
import type { ReadEvent, ReadOptions, StatementReader } from '../types.ts'
import { find, type XmlNode } from './node.ts'
import { Remarks } from './remarks.ts'
import { pagingIn, StatementBuilder } from './statement.ts'
import type { Context } from './values.ts'
import { beyondLimit, type XmlConsumer, XmlStream } from './xml-stream.ts'

/** The parts of a statement that are read; everything else is passed over. */
const parts = new Set([
  'Id',
  'StmtPgntn',
  'ElctrncSeqNb',
  'LglSeqNb',
  'FrToDt',
  'CpyDplctInd',
  'Acct',
  'Bal',
  'TxsSummry',
  'Ntry',
])

const newestVersion = 14
const maxStatements = 100_000

/** What the message is called, and what in it holds the entries. */
interface MessageNames {
  readonly root: string
  readonly part: string
}

/** Reads a message of any version by local element names (specification 4.3), in memory bounded by one entry. */
const messageReader = (names: MessageNames): StatementReader =>
  async function* (text, options) {
    const message = new MessageReader(names, options)
    const stream = new XmlStream(message, names.part)
    for await (const chunk of text) {
      options.signal?.throwIfAborted()
      stream.write(chunk)
      yield message.takeEvents()
    }
    stream.end()
    message.end(stream.removed)
    yield message.takeEvents()
  }

export const readCamt053 = messageReader({ root: 'BkToCstmrStmt', part: 'Stmt' })

/** Notifications say the same of their entries; each of them comes as a statement without balances. */
export const readCamt054 = messageReader({ root: 'BkToCstmrDbtCdtNtfctn', part: 'Ntfctn' })

/** Follows the elements of a message and turns its statements into events. */
class MessageReader implements XmlConsumer {
  private events: ReadEvent[] = []
  private readonly context: Context
  private statement: StatementBuilder | null = null
  private messagePaging = pagingIn(undefined)
  private messageDepth: number | null = null
  private statements = 0
  private position = 0
  private version: string | null = null

  private readonly names: MessageNames

  constructor(names: MessageNames, options: ReadOptions) {
    this.names = names
    this.context = { options, remarks: new Remarks() }
  }

  takeEvents(): readonly ReadEvent[] {
    const taken = this.events
    this.events = []
    return taken
  }

  opened(name: string, attributes: Readonly<Record<string, string>>, depth: number, line: number): boolean {
    if (this.messageDepth === null) {
      this.noteVersion(attributes, line)
      if (name === this.names.root) this.messageDepth = depth
      return false
    }
    const inner = depth - this.messageDepth
    if (this.statement !== null) return inner === 2 && parts.has(name)
    if (inner !== 1) return false
    if (name === this.names.part) {
      this.statement = new StatementBuilder(this.messagePaging, this.context)
      this.statements += 1
      if (this.statements > maxStatements) throw beyondLimit(`more than ${maxStatements} statements`, line)
    }
    return name === 'GrpHdr'
  }

  closed(depth: number): void {
    if (this.messageDepth === null) return
    if (depth === this.messageDepth) {
      this.messageDepth = null
      this.messagePaging = pagingIn(undefined)
    } else if (depth === this.messageDepth + 1 && this.statement !== null) {
      this.events.push(...this.statement.end())
      this.statement = null
    }
  }

  captured(node: XmlNode, raw: string | null): void {
    if (node.name === 'GrpHdr') this.messagePaging = pagingIn(find(node, 'MsgPgntn'))
    else if (node.name !== 'Ntry') this.statement?.addPart(node)
    else {
      this.position += 1
      this.events.push(...(this.statement?.addEntry(node, this.position, raw) ?? []))
    }
  }

  detached(node: XmlNode, parent: XmlNode, entry: XmlNode): boolean {
    if (node.name !== 'TxDtls' || parent.name !== 'NtryDtls') return false
    this.statement?.addDetail(node, parent, entry)
    return true
  }

  hasEntriesAt(depth: number): boolean {
    return this.statement !== null && this.messageDepth !== null && depth - this.messageDepth === 2
  }

  wantsRaw(name: string): boolean {
    return name === 'Ntry'
  }

  /** What is known at the end: forbidden characters, faults, and whether there was a statement at all. */
  end(removed: number): void {
    const { remarks } = this.context
    remarks.throwFaults()
    if (this.statements === 0)
      throw new StatementError(
        'no_statement',
        `The message holds no statement: the element ${this.names.part} is missing in ${this.names.root}. Download it again, or choose another period at the bank.`,
      )
    if (removed > 0)
      remarks.warn('control_characters_removed', `${removed} characters that XML forbids were taken out of the texts.`)
    this.events.push(...remarks.flush())
  }

  /** The version stands in the namespace, whatever else is odd about that; files without one are fine. */
  private noteVersion(attributes: Readonly<Record<string, string>>, line: number): void {
    for (const value of Object.values(attributes)) {
      const found = /camt\.05[34]\.001\.(\d\d)/.exec(value)
      if (!found || this.version === found[0]) continue
      this.version = found[0]
      this.events.push({ kind: 'detail', formatDetail: found[0] })
      const number = Number(found[1])
      if (number < 1 || number > newestVersion)
        this.context.remarks.warn(
          'camt_version_unknown',
          `${found[0]} is not known; it was read like the others.`,
          line,
          { version: found[0] },
        )
    }
  }
}
