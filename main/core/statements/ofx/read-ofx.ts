import { StatementError } from '../failure.ts'
import { Faults } from '../faults.ts'
import type { ReadEvent, ReadOptions, StatementReader } from '../types.ts'
import { WarningTally } from '../warning-tally.ts'
import { Aggregates, type Leaf, type Node } from './aggregates.ts'
import { Statement } from './statement.ts'
import { tokens } from './tokens.ts'

const maxProlog = 4_000

/** Reads OFX 1.x (SGML), OFX 2.x (XML) and QFX (specification 4.6). */
export const readOfx: StatementReader = async function* (text, options) {
  const aggregates = new Aggregates()
  const file = new OfxFile(options)
  let prolog = ''
  const keepProlog = (piece: string) => {
    if (prolog.length < maxProlog) prolog += piece
  }
  let line = 1
  for await (const group of tokens(text, keepProlog, options.signal)) {
    const events = group.flatMap((token) => {
      line = token.line
      return aggregates.take(token).flatMap((node) => file.take(node))
    })
    if (events.length > 0) yield events
  }
  refuseTruncated(aggregates.open, line)
  const last = aggregates.finish(line).flatMap((node) => file.take(node))
  yield [...last, ...file.finish(), { kind: 'detail', formatDetail: versionOf(prolog) }]
}

class OfxFile {
  private statement: Statement | null = null
  private statements = 0
  private investments = 0
  private readonly problems: string[] = []
  private status = { severity: '', code: '', message: '' }
  private isInInvestment = false
  private out: ReadEvent[] = []
  private readonly faults = new Faults()
  private readonly tally = new WarningTally()
  private readonly options: ReadOptions

  constructor(options: ReadOptions) {
    this.options = options
  }

  take(node: Node): ReadEvent[] {
    if (node.kind === 'leaf') this.takeLeaf(node)
    else if (node.kind === 'begin') this.begin(node.name, node.line)
    else this.finishAggregate(node.name, node.line)
    return [...(this.statement?.drain() ?? []), ...this.out.splice(0)]
  }

  finish(): ReadEvent[] {
    this.endStatement()
    this.faults.throwIfAny()
    const [problem] = this.problems
    if (this.statements === 0 && problem !== undefined)
      throw new StatementError('bank_reported_error', `The bank wrote an error instead of lines: ${problem}`)
    if (this.statements === 0 && this.investments > 0)
      throw new StatementError('investment_not_supported', words.investment_not_supported)
    if (this.statements === 0)
      throw new StatementError(
        'no_statement',
        'The file is OFX, but holds no statement of an account. Download the transactions of the account from the bank.',
      )
    const messages: ReadEvent[] = this.problems.map((message) => ({
      kind: 'warning',
      warning: { code: 'bank_reported_error', message: `The bank wrote an error for a part of the file: ${message}` },
    }))
    return [...this.out.splice(0), ...messages, ...this.tally.warnings(words)]
  }

  private takeLeaf(leaf: Leaf): void {
    if (leaf.path.at(-1) === 'STATUS') {
      if (leaf.name === 'SEVERITY') this.status.severity = leaf.value.toUpperCase()
      if (leaf.name === 'CODE') this.status.code = leaf.value
      if (leaf.name === 'MESSAGE') this.status.message = leaf.value
    } else if (!this.isInInvestment) this.statement?.take(leaf)
  }

  private begin(name: string, line: number): void {
    if (name === 'STATUS') this.status = { severity: '', code: '', message: '' }
    if (name === 'INVSTMTRS') {
      this.isInInvestment = true
      this.investments += 1
      this.tally.add('investment_not_supported', line)
    }
    if (this.isInInvestment) return
    // Some programs write the list without the aggregates that should stand around it.
    if (name === 'BANKTRANLIST' && this.statement !== null) return
    if (name === 'STMTRS' || name === 'CCSTMTRS' || name === 'BANKTRANLIST') {
      this.endStatement()
      this.statement = new Statement(this.options, this.faults, this.tally)
    }
    if (name === 'STMTTRN' || name === 'STMTTRNP') this.statement?.beginTransaction(line, name === 'STMTTRNP')
  }

  private finishAggregate(name: string, line: number): void {
    if (name === 'STATUS' && this.status.severity === 'ERROR') {
      const { message, code } = this.status
      this.problems.push(`${message || 'no text'}${code === '' ? '' : ` (code ${code})`}, line ${line}.`)
    }
    if (name === 'INVSTMTRS') this.isInInvestment = false
    if (this.isInInvestment || this.statement === null) return
    if (name === 'STMTTRN' || name === 'STMTTRNP') this.statement.endTransaction()
    if (name === 'STMTRS' || name === 'CCSTMTRS') this.endStatement()
  }

  private endStatement(): void {
    if (this.statement === null) return
    this.statement.end()
    this.statements += 1
    this.out.push(...this.statement.drain())
    this.statement = null
  }
}

/** A list of transactions that is still open at the end was cut off; outer tags that nobody closed are harmless. */
function refuseTruncated(open: readonly string[], line: number): void {
  const isCut = open.some((name) => name === 'BANKTRANLIST' || name === 'STMTTRN' || name === 'INVSTMTRS')
  const isInStatement = open.includes('STMTRS') || open.includes('CCSTMTRS')
  if (!isCut && !isInStatement) return
  const message = 'The file stops within a statement. It was not downloaded completely; download it again.'
  throw new StatementError('file_truncated', message, [{ line, code: 'file_truncated', message }])
}

function versionOf(prolog: string): string {
  const found = /\bVERSION\s*[:=]\s*"?(\d{3})/i.exec(prolog.replace(/<\?xml[^>]*>/i, ''))?.[1]
  const digits = found === undefined ? '' : ` ${found.split('').join('.')}`
  const isXml = /<\?OFX/i.test(prolog) || (found?.startsWith('2') ?? false)
  return `OFX${digits} (${isXml ? 'XML' : 'SGML'})`
}

const words = {
  investment_not_supported:
    'An investment account is in the file. Securities are not statements of money and are left out; download the cash account.',
  bank_correction:
    'The bank corrects an earlier transaction (CORRECTFITID). Nothing was changed; look at the earlier item and decide.',
  fitid_repeated: 'The bank gave several transactions the same FITID; it is not used to recognise them.',
  ledger_balance_stale:
    'The ledger balance is older than the last transaction. It is shown, but not used as the closing balance.',
  currency_converted: 'An amount in another currency was converted at the rate that the file gives.',
}
