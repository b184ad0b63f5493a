import { StatementError, type StatementFault, unknownFormat } from '../failure.ts'
import type { ReadOptions, StatementQuestion, StatementWarning } from '../types.ts'
import { findChain, isProven } from './balance-chain.ts'
import { requireUnchanged } from './check-mapping.ts'
import { chooseShape } from './choose-shape.ts'
import { contentSignature } from './content-signature.ts'
import { findBalance, guessBalance } from './guess-balance.ts'
import type { Item, LineVerdict, ReadRows } from './items.ts'
import { makePlan, type Planned } from './make-plan.ts'
import { type CsvMapping, headerSignature, parseMapping } from './mapping.ts'
import { columnsOf, firstColumn, type Plan, toMapping } from './plan.ts'
import { prepareText, tokenizeAll } from './prepare-text.ts'
import { readRows } from './read-rows.ts'
import { spreadBalances } from './spread-balances.ts'
import { warningsOf } from './table-warnings.ts'
import type { Row } from './tokenize.ts'
import { turnCard } from './turn-card.ts'

/** A CSV text read whole, before it is handed on as statements. */
export interface CsvReading {
  readonly text: string
  readonly rows: readonly Row[]
  readonly plan: Plan
  readonly mapping: CsvMapping
  readonly read: ReadRows
  readonly faults: readonly StatementFault[]
  readonly questions: readonly StatementQuestion[]
  readonly warnings: readonly StatementWarning[]
  readonly interpretation: readonly string[]
  readonly excluded: readonly number[]
}

/** Reads a whole CSV text. Single rows that cannot be read are listed, not thrown; the rest throws `StatementError`. */
export function analyseCsv(source: string, options: ReadOptions = {}): CsvReading {
  const text = prepareText(source)
  const mapping = parseMapping(options.mapping)
  const shape = mapping ? { delimiter: mapping.delimiter, quote: mapping.quote } : chooseShape(text)
  if (!shape) throw unknownFormat('This is not a table with a date and an amount.', text)
  const excluded = [...new Set(options.excludeLines ?? [])].sort((a, b) => a - b)
  const rows = tokenizeAll(text, shape, new Set(excluded))
  if (mapping) requireUnchanged(mapping, rows)
  const planned = makePlan(rows, shape, options, mapping)
  return decide(text, rows, planned, options, mapping, excluded)
}

const byAccount = (items: readonly Item[]): Item[][] => {
  const groups = new Map<string, Item[]>()
  let before: Item | null = null
  let group: Item[] = []
  for (const item of items) {
    if (item.status !== 'booked') continue
    if (before === null || item.account !== before.account || item.currency !== before.currency) {
      const key = `${item.account ?? ''} ${item.currency ?? ''}`
      group = groups.get(key) ?? []
      groups.set(key, group)
    }
    group.push(item)
    before = item
  }
  return [...groups.values()]
}

/** Whether the balances of the file prove the reading: every running balance, or opening and closing around the table. */
function provesItself(read: ReadRows): boolean {
  const groups = byAccount(read.items)
  const chains = groups.map((group) => findChain(group))
  if (chains.some((chain) => chain !== null && chain.steps > 0))
    return (
      chains.every((chain) => chain === null || chain.steps === 0 || isProven(chain)) &&
      chains.some((chain) => chain !== null && chain.moves > 0)
    )
  const opening = read.balances.find(({ kind }) => kind === 'opening')
  const closing = read.balances.findLast(({ kind }) => kind === 'closing')
  if (!opening || !closing || groups.length !== 1) return false
  const sum = (groups[0] ?? []).reduce((total, { amount }) => total + amount, 0)
  return opening.amount + sum === closing.amount && sum !== 0
}

/** Lines newest first cannot have balances oldest first: the mirror of a true reading would prove that way. */
function runsAgainstDates(read: ReadRows): boolean {
  return byAccount(read.items).some((group) => {
    const chain = findChain(group)
    const dates = group.flatMap(({ bookingDate }) => bookingDate ?? [])
    const first = dates[0]
    const last = dates.at(-1)
    if (!chain || !first || !last || first === last) return false
    return chain.order === 'ascending' ? first > last : chain.order === 'descending' && first < last
  })
}

interface Alternative {
  readonly name: string
  readonly plan: Plan
}

/** The named other readings of specification 5.6, each a plan of its own. */
function alternatives({ plan, unclearDecimals, suspicion }: Planned, read: ReadRows): Alternative[] {
  const found: Alternative[] = []
  if (plan.sign.rule === 'split') {
    const swap = new Map(plan.roles)
    for (const [column, role] of plan.roles)
      if (role === 'debit' || role === 'credit') swap.set(column, role === 'debit' ? 'credit' : 'debit')
    found.push({ name: 'debit and credit columns swapped', plan: { ...plan, roles: swap } })
  } else if (plan.sign.rule === 'signed' && firstColumn(plan.roles, 'indicator') < 0)
    found.push({ name: 'signs inverted', plan: { ...plan, sign: { ...plan.sign, rule: 'inverted' } } })
  if (plan.sign.rule === 'inverted' && firstColumn(plan.roles, 'indicator') >= 0)
    found.push({
      name: 'minus signs turn the direction round',
      plan: { ...plan, sign: { ...plan.sign, rule: 'indicator' } },
    })
  if (plan.isDebitSigned) found.push({ name: 'minus signs of debits ignored', plan: { ...plan, isDebitSigned: false } })
  const own = firstColumn(plan.roles, 'ownAccount')
  if (own >= 0 && new Set(read.items.map(({ account }) => account)).size > 1)
    found.push({
      name: "the account column is the other side's",
      plan: { ...plan, roles: new Map(plan.roles).set(own, 'counterpartyAccount') },
    })
  if (suspicion === 'indicator_conflict')
    found.push({
      name: 'the direction column gives the sign',
      plan: { ...plan, sign: { ...plan.sign, rule: 'indicator' } },
    })
  if (read.items.some(({ fee }) => fee > 0))
    found.push({ name: 'fees taken from the amounts', plan: { ...plan, sign: { ...plan.sign, isFeeDeducted: true } } })
  if (unclearDecimals.length > 0) {
    const signs = new Map(plan.decimalSigns)
    for (const column of unclearDecimals) signs.set(column, signs.get(column) === '.' ? ',' : '.')
    found.push({ name: 'decimal and group sign swapped', plan: { ...plan, decimalSigns: signs } })
  }
  return found
}

function decide(
  text: string,
  rows: readonly Row[],
  planned: Planned,
  options: ReadOptions,
  saved: CsvMapping | null,
  excluded: readonly number[],
): CsvReading {
  const { dates, suspicion, isGuessed } = planned
  const interpretation = [...planned.interpretation]
  const questions = [...planned.questions]
  let { plan } = planned
  let read = readRows(rows, plan, dates, options.precision)
  if (!saved && !provesItself(read)) {
    const guess = isGuessed ? guessBalance : findBalance
    const guessed = guess(rows, plan, dates, options.precision, provesItself)
    if (guessed) {
      plan = guessed
      read = readRows(rows, plan, dates, options.precision)
      interpretation.push('the running balance was found by its content')
    }
  }
  const spread = provesItself(read) ? null : spreadBalances(read)
  if (spread && provesItself(spread)) {
    read = spread
    interpretation.push('the lines name the balances of their statement')
  }
  const asRead = provesItself(read)
  let isDecidedByBalance = false
  if (!saved && hasBalances(read)) {
    const proving =
      asRead && planned.unclearDecimals.length === 0
        ? []
        : alternatives({ ...planned, plan }, read)
            .map((one) => ({ ...one, read: readRows(rows, one.plan, dates, options.precision) }))
            .filter(
              (one) =>
                one.read.faults.length <= read.faults.length && provesItself(one.read) && !runsAgainstDates(one.read),
            )
    const only = proving[0]
    if (!asRead && proving.length === 1 && only) {
      plan = only.plan
      read = only.read
      interpretation.push(only.name)
      isDecidedByBalance = true
    } else if (!asRead && proving.length > 1 && options.answers?.amount_sign === undefined)
      questions.push({
        code: 'amount_sign',
        params: { context: 'readings' },
        message: `The balances prove under more than one reading: ${proving.map(({ name }) => name).join('; ')}. Say which the bank means.`,
        choices: ['as_written', 'inverted'],
        chosen: 'as_written',
        changesAmounts: true,
      })
    else if (asRead && proving.length === 0) isDecidedByBalance = true
  } else isDecidedByBalance = asRead

  if (isDecidedByBalance) removeQuestion(questions, 'decimal_sign')
  if (suspicion === 'indicator_conflict' && !isDecidedByBalance && !saved)
    throw new StatementError(
      'amount_columns_conflict',
      'The signs of the amounts and the direction column disagree. Choose one of them in the mapping.',
    )
  // What is owed on a card grows with purchases: its balances hold under both readings.
  const isOwed = asRead && suspicion === 'card_positive'
  if ((!isDecidedByBalance || isOwed) && !saved) {
    // Where the columns themselves are asked about, a person looks at the amounts anyway.
    const doubt = isGuessed && suspicion === 'no_signs' ? null : suspicion
    const turned = turnCard(plan, doubt, options, questions)
    if (turned !== plan) {
      plan = turned
      read = readRows(rows, plan, dates, options.precision)
      interpretation.push('positive amounts are debits')
    }
  }
  if (plan.sign.rule === 'inverted' && !provesItself(read)) {
    const owed = mirrored(read)
    if (provesItself(owed)) {
      read = owed
      interpretation.push('balances are what is owed')
    }
  }
  if (isGuessed && !saved && options.answers?.columns === undefined)
    questions.push({
      code: 'columns',
      message:
        'The file does not name its columns; they were found by their content. Check the first lines and confirm.',
      choices: ['as_shown'],
      chosen: 'as_shown',
      changesAmounts: (planned.isAmountUnsure || endsOddly(read, plan)) && !isDecidedByBalance,
    })
  const conflicts = read.faults.filter(({ code }) => code === 'amount_columns_conflict')
  if (conflicts.length > 0)
    throw new StatementError(
      'amount_columns_conflict',
      `The amount column and the debit and credit columns disagree in ${conflicts.length} lines. Choose one of them in the mapping.`,
      conflicts.slice(0, 100),
    )
  return {
    text,
    rows,
    plan,
    mapping: toMapping(plan, saved?.signature || signatureOf(rows, plan)),
    read,
    faults: read.faults,
    questions,
    warnings: warningsOf(read, excluded),
    interpretation,
    excluded,
  }
}

const signatureOf = (rows: readonly Row[], { header, place, width }: Plan): string =>
  header === null ? contentSignature(rows, place.first, width) : headerSignature(header)

/** The same lines with every balance the other way round. */
const mirrored = (read: ReadRows): ReadRows => ({
  ...read,
  items: read.items.map((item) => ({ ...item, balance: item.balance === null ? null : 0 - item.balance })),
  balances: read.balances.map((one) => ({ ...one, amount: 0 - one.amount })),
})

const hasBalances = (read: ReadRows): boolean =>
  read.balances.some(({ kind }) => kind !== 'other') || read.items.some(({ balance }) => balance !== null)

function removeQuestion(questions: StatementQuestion[], code: StatementQuestion['code']): void {
  const at = questions.findIndex((question) => question.code === code)
  if (at >= 0) questions.splice(at, 1)
}

/** Whether the first or last line says nothing in words while all others do: the balance of a table without a header. */
function endsOddly({ items }: ReadRows, { header, roles }: Plan): boolean {
  if (header !== null || items.length < 3) return false
  const texts = columnsOf(roles, 'remittance')
  const isMute = ({ row }: Item) => texts.every((column) => (row.cells[column] ?? '') === '')
  const inner = items.slice(1, -1)
  return !inner.some(isMute) && [items[0], items.at(-1)].some((item) => item !== undefined && isMute(item))
}

/** A verdict for every physical line of the file, by line number less one. */
export function verdictsByLine({ rows, read, excluded }: CsvReading): LineVerdict[] {
  const verdicts: LineVerdict[] = []
  for (const [index, row] of rows.entries())
    for (let line = row.line; line < row.line + row.lines; line += 1)
      verdicts[line - 1] = read.verdicts[index] ?? 'blank'
  for (const line of excluded) if (verdicts[line - 1] === undefined) verdicts[line - 1] = 'excluded'
  for (let index = 0; index < verdicts.length; index += 1) verdicts[index] ??= 'blank'
  return verdicts
}
