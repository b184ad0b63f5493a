import { createHash } from 'node:crypto'
import type { ReadLine } from './read-lines.ts'
import { isOpening } from './roles.ts'
import type { ImportFault, Voucher, VoucherLine } from './types.ts'

/** Lines of one voucher: those of one number and day; without numbers, lines of a day until they balance. */
function group(lines: readonly ReadLine[]): ReadLine[][] {
  if (lines.some(({ voucher }) => voucher !== '')) {
    const groups = new Map<string, ReadLine[]>()
    for (const line of lines) {
      const key = JSON.stringify([line.voucher, line.date, line.journal])
      const members = groups.get(key) ?? []
      members.push(line)
      groups.set(key, members)
    }
    return [...groups.values()]
  }
  const groups: ReadLine[][] = []
  let open: ReadLine[] = []
  for (const line of lines) {
    if (open[0] && open[0].date !== line.date) {
      groups.push(open)
      open = []
    }
    open.push(line)
    if (open.reduce((sum, { signed }) => sum + signed, 0) === 0) {
      groups.push(open)
      open = []
    }
  }
  return open.length > 0 ? [...groups, open] : groups
}

/** A row that names its contra account stands for two lines. */
const withContra = (line: ReadLine): ReadLine[] =>
  line.contra === null ? [line] : [line, { ...line, ledger: line.contra, signed: -line.signed }]

/**
 * Vouchers of an export, each balanced. A line's key is made of what it says and of how many like it came before, so that
 * the same export again, or a longer one that holds it, adds nothing twice.
 */
export function makeVouchers(read: readonly ReadLine[]): { vouchers: Voucher[]; faults: ImportFault[] } {
  const seen = new Map<string, number>()
  const faults: ImportFault[] = []
  const keyOf = (line: ReadLine): string => {
    const content = JSON.stringify([
      line.date,
      line.ledger.id,
      line.signed,
      line.voucher,
      line.journal,
      line.document,
      line.external,
      line.description,
      line.counterparty,
    ])
    const occurrence = (seen.get(content) ?? 0) + 1
    seen.set(content, occurrence)
    return createHash('sha256').update(`${content}#${occurrence}`).digest('hex').slice(0, 40)
  }
  const vouchers = group(read.flatMap(withContra)).flatMap((members): Voucher[] => {
    const [first] = members
    if (!first) return []
    const fault = faultOf(members, first)
    if (fault) {
      faults.push(fault)
      return []
    }
    const lines = members.map(
      (line): VoucherLine => ({
        line: line.line,
        ledgerId: line.ledger.id,
        ledgerCode: line.ledger.code,
        type: line.signed > 0 ? 'debit' : 'credit',
        amount: Math.abs(line.signed),
        description: line.description,
        documentNo: line.document || null,
        externalDocumentNo: line.external || null,
        counterpartyName: line.counterparty || null,
        valueDate: line.valueDate,
        dueDate: line.dueDate,
        importKey: keyOf(line),
      }),
    )
    const texts = [first.voucher, first.journal, ...members.map(({ description }) => description)]
    return [
      {
        number: first.voucher || null,
        date: first.date,
        currency: first.ledger.currency,
        isOpening: isOpening(texts),
        lines,
      },
    ]
  })
  return { vouchers, faults }
}

function faultOf(members: readonly ReadLine[], first: ReadLine): ImportFault | null {
  const name = first.voucher === '' ? `The lines from ${first.line} on` : `Voucher ${first.voucher} of ${first.date}`
  const at = (code: string, message: string) => ({
    line: first.line,
    code,
    message: `${name} ${message}`,
    value: first.voucher,
  })
  if (new Set(members.map(({ ledger }) => ledger.currency)).size > 1)
    return at('voucher_currencies', 'mixes currencies. Book it as a journal with its values in base currency.')
  const zero = members.find(({ signed }) => signed === 0)
  if (zero) return { line: zero.line, code: 'amount_missing', message: 'The line has no amount' }
  const sum = members.reduce((total, { signed }) => total + signed, 0)
  if (sum !== 0)
    return at('voucher_unbalanced', `does not balance: debits and credits differ by ${Math.abs(sum)} minor units.`)
  return null
}
