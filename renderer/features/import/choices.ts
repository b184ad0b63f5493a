import type { CsvMapping } from '../../../main/core/statements/csv/mapping.ts'

/** What a person has said about how to read a file. */
export interface Choices {
  readonly answers: Readonly<Record<string, string>>
  /** Changed by the person; null leaves it to the program. */
  readonly mapping: CsvMapping | null
  readonly encoding: string | null
  readonly excluded: readonly number[]
  /** Paths within an archive that are left out. */
  readonly excludedMembers: readonly string[]
  readonly currency: string
  readonly account: string | null
  readonly force: boolean
}

export const noChoices: Choices = {
  answers: {},
  mapping: null,
  encoding: null,
  excluded: [],
  excludedMembers: [],
  currency: '',
  account: null,
  force: false,
}

/** The form of an import or of its preview. */
export function formOf(file: File, choices: Choices, key?: string): FormData {
  const form = new FormData()
  // Fields before the file: they are read first.
  if (key !== undefined) form.set('idempotency_key', key)
  if (Object.keys(choices.answers).length > 0) form.set('answers', JSON.stringify(choices.answers))
  if (choices.mapping) form.set('mapping', JSON.stringify(choices.mapping))
  if (choices.encoding) form.set('encoding', choices.encoding)
  if (choices.excluded.length > 0) form.set('exclude_lines', choices.excluded.join(','))
  if (choices.excludedMembers.length > 0) form.set('exclude_members', JSON.stringify(choices.excludedMembers))
  if (/^[A-Za-z]{3}$/.test(choices.currency)) form.set('currency', choices.currency)
  if (choices.account) form.set('account', choices.account)
  if (choices.force) form.set('force', 'true')
  form.set('file', file)
  return form
}

/** A value taken out of a list, or put in. */
export const toggledIn = <T>(list: readonly T[], value: T): readonly T[] =>
  list.includes(value) ? list.filter((each) => each !== value) : [...list, value]

/** The mapping with one column read as something else. A role that only one column can have leaves its old place. */
export function withRole(
  mapping: CsvMapping,
  index: number,
  name: string,
  role: CsvMapping['columns'][number]['role'],
): CsvMapping {
  const single = role !== 'remittance' && role !== 'ignore'
  const others = mapping.columns
    .filter((column) => column.index !== index)
    .map((column) =>
      single && column.role === role ? { index: column.index, name: column.name, role: 'ignore' as const } : column,
    )
  const isAmount = role === 'amount' || role === 'debit' || role === 'credit' || role === 'balance'
  const sign = mapping.columns.find(({ decimalSign }) => decimalSign)?.decimalSign ?? '.'
  const order = mapping.columns.find(({ dateOrder }) => dateOrder)?.dateOrder ?? 'dmy'
  const scale = isMinor(mapping) ? { scale: 'minor' as const } : {}
  const isDate = role === 'bookingDate' || role === 'valueDate'
  const column = {
    index,
    name,
    role,
    ...(isAmount ? { decimalSign: sign, ...scale } : {}),
    ...(isDate ? { dateOrder: order } : {}),
  }
  return { ...mapping, columns: [...others, column].sort((a, b) => a.index - b.index) }
}

export const withDateOrder = (mapping: CsvMapping, dateOrder: 'dmy' | 'mdy' | 'ymd'): CsvMapping => ({
  ...mapping,
  columns: mapping.columns.map((column) =>
    column.role === 'bookingDate' || column.role === 'valueDate' ? { ...column, dateOrder } : column,
  ),
})

export const withDecimalSign = (mapping: CsvMapping, decimalSign: '.' | ','): CsvMapping => ({
  ...mapping,
  columns: mapping.columns.map((column) => (column.decimalSign ? { ...column, decimalSign } : column)),
})

const amountRoles: readonly string[] = ['amount', 'debit', 'credit']
const scaledRoles: readonly string[] = [...amountRoles, 'balance', 'openingBalance', 'fee']

/** Whether the amounts count cents. */
export const isMinor = (mapping: CsvMapping): boolean =>
  mapping.columns.some(({ role, scale }) => amountRoles.includes(role) && scale === 'minor')

/** The amounts in cents or in whole units; balances and fees only where `isWhole` finds no decimals in their column. */
export const withScale = (mapping: CsvMapping, minor: boolean, isWhole: (column: number) => boolean): CsvMapping => ({
  ...mapping,
  columns: mapping.columns.map(({ scale: _, ...column }) =>
    minor && scaledRoles.includes(column.role) && (amountRoles.includes(column.role) || isWhole(column.index))
      ? { ...column, scale: 'minor' as const }
      : column,
  ),
})

export const withSignRule = (mapping: CsvMapping, rule: CsvMapping['sign']['rule']): CsvMapping => ({
  ...mapping,
  sign: { ...mapping.sign, rule },
})
