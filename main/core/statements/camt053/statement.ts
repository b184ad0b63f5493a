import type { ReadEvent, StatementEnd, StatementHead } from '../types.ts'
import { balancesOf, currencyOfBalances, declaredTotals } from './balances.ts'
import { type Detail, readDetail } from './detail.ts'
import { type Batch, type EntryFrame, readEntry } from './entry.ts'
import { find, textAt, type XmlNode } from './node.ts'
import { accountIn, type Context, dateText, isTrue, plainDate } from './values.ts'
import { beyondLimit } from './xml-stream.ts'

const maxBalances = 10_000
const maxDetails = 200_000

interface Paging {
  readonly pageNo: number | null
  readonly lastPage: boolean | null
}

/** What one page number element says. */
export function pagingIn(node: XmlNode | undefined): Paging {
  const page = Number(textAt(node, 'PgNb') ?? Number.NaN)
  const last = textAt(node, 'LastPgInd')
  return { pageNo: Number.isInteger(page) ? page : null, lastPage: last === undefined ? null : isTrue(last) }
}

/** One Stmt while its parts come in, in whatever order. */
export class StatementBuilder {
  private readonly parts = new Map<string, XmlNode>()
  private readonly balances: XmlNode[] = []
  private readonly details = new Map<XmlNode, Detail[]>()
  private detailCount = 0
  private head: StatementHead | null = null
  private frame: EntryFrame | null = null
  private readonly messagePaging: Paging
  private readonly context: Context

  constructor(messagePaging: Paging, context: Context) {
    this.messagePaging = messagePaging
    this.context = context
  }

  addPart(node: XmlNode): void {
    if (node.name === 'Bal') {
      this.balances.push(node)
      if (this.balances.length > maxBalances) throw beyondLimit(`more than ${maxBalances} balances`, node.line)
    } else if (!this.parts.has(node.name)) this.parts.set(node.name, node)
  }

  /** A detail of an entry that is not complete yet; its amount, and with it a currency, is. */
  addDetail(node: XmlNode, parent: XmlNode, entry: XmlNode): void {
    this.detailCount += 1
    if (this.detailCount > maxDetails) throw beyondLimit(`an entry of more than ${maxDetails} details`, node.line)
    const known = this.details.get(parent)
    const detail = readDetail(node, this.currency(entry), this.context)
    if (known) known.push(detail)
    else this.details.set(parent, [detail])
  }

  /** The entry, and before the first one the head. */
  addEntry(node: XmlNode, position: number, raw: string | null): readonly ReadEvent[] {
    const events: ReadEvent[] = [...this.begin(node)]
    const batches: Batch[] = node.children
      .filter((child) => child.name === 'NtryDtls')
      .map((child) => ({ node: child, details: this.details.get(child) ?? [] }))
    this.details.clear()
    this.detailCount = 0
    this.frame ??= this.entryFrame()
    const entry = readEntry(node, batches, position, raw, this.frame, this.context)
    if (entry !== null) events.push({ kind: 'entry', entry })
    return events
  }

  end(): readonly ReadEvent[] {
    const events = [...this.begin(null)]
    const currency = this.head?.currency ?? null
    const head = this.headNow(null)
    const period = this.parts.get('FrToDt')
    const end: StatementEnd = {
      fromDate: plainDate(textAt(period, 'FrDtTm') ?? textAt(period, 'FrDt')),
      toDate: plainDate(textAt(period, 'ToDtTm') ?? textAt(period, 'ToDt')),
      ...balancesOf(this.balances, currency, this.context),
      declared: declaredTotals(this.parts.get('TxsSummry'), currency, this.context),
      interpretation: [],
      // Parts that stood behind the entries; the currency stays the one the entries were read in.
      head: { ...head, currency },
    }
    return [...events, ...this.context.remarks.flush(), { kind: 'end', end }]
  }

  private begin(firstEntry: XmlNode | null): readonly ReadEvent[] {
    if (this.head !== null) return []
    this.head = this.headNow(firstEntry)
    return [{ kind: 'statement', head: this.head }]
  }

  private currency(firstEntry: XmlNode | null): string | null {
    return (
      this.head?.currency ??
      textAt(this.parts.get('Acct'), 'Ccy')?.toUpperCase() ??
      currencyOfBalances(this.balances) ??
      find(firstEntry ?? undefined, 'Amt')?.currency ??
      this.context.options.currency ??
      null
    )
  }

  private headNow(firstEntry: XmlNode | null): StatementHead {
    const account = this.parts.get('Acct')
    const copy = this.parts.get('CpyDplctInd')?.text
    const own = pagingIn(this.parts.get('StmtPgntn'))
    const paging = own.pageNo === null ? this.messagePaging : own
    return {
      account: accountIn(account) ?? null,
      currency: this.currency(firstEntry),
      statementRef: this.parts.get('Id')?.text || null,
      sequenceNo: this.parts.get('ElctrncSeqNb')?.text || null,
      legalSequenceNo: this.parts.get('LglSeqNb')?.text || null,
      ...paging,
      copyFlag: copy === 'COPY' ? 'copy' : copy === 'DUPL' || copy === 'CODU' ? 'duplicate' : 'original',
      accountOwner: textAt(account, 'Ownr', 'Nm') ?? textAt(account, 'Ownr', 'Pty', 'Nm') ?? null,
    }
  }

  private entryFrame(): EntryFrame {
    const closing = this.balances.find((node) => textAt(node, 'Tp', 'CdOrPrtry', 'Cd') === 'CLBD')
    const period = this.parts.get('FrToDt')
    const { account = null, accountOwner = null, currency = null } = this.head ?? {}
    const closingDate = plainDate(dateText(find(closing, 'Dt'))) ?? plainDate(textAt(period, 'ToDtTm'))
    return { currency, owner: { account, name: accountOwner }, closingDate }
  }
}
