import { StatementError } from '../failure.ts'
import type { Token } from './tokens.ts'

/** A leaf: its name, value, line and the aggregates around it, innermost last. */
export interface Leaf {
  readonly kind: 'leaf'
  readonly name: string
  readonly value: string
  readonly line: number
  readonly path: readonly string[]
}

export interface Edge {
  readonly kind: 'begin' | 'end'
  readonly name: string
  readonly line: number
}

export type Node = Leaf | Edge

// The aggregates that matter here, each with those it may stand in. Whatever else opens without a value is an empty
// leaf or a vendor's aggregate, and is passed over: SGML does not tell one from the other.
const parents: Readonly<Record<string, string>> = {
  OFX: '',
  SONRS: 'SIGNONMSGSRSV1 OFX',
  SIGNONMSGSRSV1: 'OFX',
  BANKMSGSRSV1: 'OFX',
  CREDITCARDMSGSRSV1: 'OFX',
  INVSTMTMSGSRSV1: 'OFX',
  STMTTRNRS: 'BANKMSGSRSV1 OFX',
  CCSTMTTRNRS: 'CREDITCARDMSGSRSV1 BANKMSGSRSV1 OFX',
  INVSTMTTRNRS: 'INVSTMTMSGSRSV1 OFX',
  STMTRS: 'STMTTRNRS BANKMSGSRSV1 OFX',
  CCSTMTRS: 'CCSTMTTRNRS CREDITCARDMSGSRSV1 OFX',
  INVSTMTRS: 'INVSTMTTRNRS INVSTMTMSGSRSV1 OFX',
  STATUS: 'SONRS STMTTRNRS CCSTMTTRNRS INVSTMTTRNRS OFX',
  BANKACCTFROM: 'STMTRS',
  CCACCTFROM: 'CCSTMTRS STMTRS',
  BANKTRANLIST: 'STMTRS CCSTMTRS INVSTMTRS',
  BANKTRANLISTP: 'STMTRS CCSTMTRS',
  STMTTRN: 'BANKTRANLIST INVBANKTRAN STMTRS CCSTMTRS',
  STMTTRNP: 'BANKTRANLISTP BANKTRANLIST',
  INVBANKTRAN: 'INVSTMTRS BANKTRANLIST',
  PAYEE: 'STMTTRN STMTTRNP',
  BANKACCTTO: 'STMTTRN STMTTRNP',
  CCACCTTO: 'STMTTRN STMTTRNP',
  CURRENCY: 'STMTTRN STMTTRNP',
  ORIGCURRENCY: 'STMTTRN STMTTRNP',
  LEDGERBAL: 'STMTRS CCSTMTRS',
  AVAILBAL: 'STMTRS CCSTMTRS',
  BALLIST: 'STMTRS CCSTMTRS',
  BAL: 'BALLIST',
}
const allowed = new Map(Object.entries(parents).map(([name, list]) => [name, new Set(list.split(' '))]))

const maxDepth = 64

/** Turns tags into leaves and aggregates; closes what a file forgot to close, ignores closing tags of nothing. */
export class Aggregates {
  private stack: string[] = []

  get open(): readonly string[] {
    return this.stack
  }

  take(token: Token): Node[] {
    if (token.kind === 'close') return this.closeTo(this.stack.lastIndexOf(token.name), token.line)
    if (token.text !== '' && token.name !== 'OFX') return [this.leaf(token)]
    const within = allowed.get(token.name)
    if (within === undefined) return [this.leaf(token)]
    const parent = this.stack.findLastIndex((name) => within.has(name))
    const closed = parent < 0 ? [] : this.closeTo(parent + 1, token.line)
    this.stack.push(token.name)
    if (this.stack.length > maxDepth) throw tooDeep(token.line)
    return [...closed, { kind: 'begin', name: token.name, line: token.line }]
  }

  finish(line: number): Node[] {
    return this.closeTo(0, line)
  }

  private leaf({ name, text, line }: Token): Leaf {
    return { kind: 'leaf', name, value: text, line, path: this.stack }
  }

  private closeTo(index: number, line: number): Node[] {
    if (index < 0 || index >= this.stack.length) return []
    const closed = this.stack.slice(index).reverse()
    this.stack = this.stack.slice(0, index)
    return closed.map((name) => ({ kind: 'end', name, line }))
  }
}

function tooDeep(line: number): StatementError {
  const message = 'The tags are nested deeper than any statement. The file is damaged; download it again.'
  return new StatementError('ofx_too_deep', message, [{ line, code: 'ofx_too_deep', message }])
}
