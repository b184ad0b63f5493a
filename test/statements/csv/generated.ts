import fc from 'fast-check'

/** One line of a generated statement, and how a bank might write the whole. */
interface GeneratedRow {
  readonly day: number
  readonly amount: number
  readonly text: string
}

interface Habits {
  readonly delimiter: ',' | ';' | '\t' | '|'
  readonly quoting: 'all' | 'needed'
  readonly decimal: '.' | ','
  readonly group: '' | 'other' | ' ' | '\u00a0' | '\u202f' | "'" | '’'
  readonly date: 'iso' | 'dmy.' | 'dmy/' | 'mdy/' | 'compact' | 'named' | 'dmy2'
  readonly sign: 'minus' | 'u2212' | 'trailing' | 'parentheses' | 'split' | 'splitNegative' | 'indicator' | 'marks'
  readonly language: keyof typeof headers
  readonly shuffle: number
  readonly preamble: boolean
  readonly footer: boolean
  readonly hasBalance: boolean
  readonly isDescending: boolean
  readonly lineEnd: '\n' | '\r\n' | '\r' | '\r\r\n'
  readonly isPadded: boolean
}

export interface Generated {
  readonly rows: readonly GeneratedRow[]
  readonly habits: Habits
}

type Names = {
  date: string
  text: string
  amount: string
  debit: string
  credit: string
  side: string
  balance: string
  footer: string
}

const headers = {
  en: {
    date: 'Date',
    text: 'Description',
    amount: 'Amount',
    debit: 'Debit',
    credit: 'Credit',
    side: 'Debit/Credit',
    balance: 'Balance',
    footer: 'Total',
  },
  de: {
    date: 'Buchungstag',
    text: 'Verwendungszweck',
    amount: 'Betrag',
    debit: 'Soll',
    credit: 'Haben',
    side: 'Soll/Haben',
    balance: 'Saldo',
    footer: 'Summe',
  },
  fr: {
    date: 'Date opération',
    text: 'Libellé',
    amount: 'Montant',
    debit: 'Débit',
    credit: 'Crédit',
    side: 'Sens',
    balance: 'Solde',
    footer: 'Total',
  },
  nl: {
    date: 'Boekdatum',
    text: 'Omschrijving',
    amount: 'Bedrag',
    debit: 'Af',
    credit: 'Bij',
    side: 'Af Bij',
    balance: 'Saldo na mutatie',
    footer: 'Totaal',
  },
  es: {
    date: 'Fecha',
    text: 'Concepto',
    amount: 'Importe',
    debit: 'Cargo',
    credit: 'Abono',
    side: 'Cargo/Abono',
    balance: 'Saldo',
    footer: 'Total',
  },
  pt: {
    date: 'Data',
    text: 'Descrição',
    amount: 'Valor',
    debit: 'Débito',
    credit: 'Crédito',
    side: 'D/C',
    balance: 'Saldo',
    footer: 'Soma',
  },
  it: {
    date: 'Data contabile',
    text: 'Descrizione',
    amount: 'Importo',
    debit: 'Dare',
    credit: 'Avere',
    side: 'Segno',
    balance: 'Saldo',
    footer: 'Totale',
  },
  sv: {
    date: 'Bokföringsdag',
    text: 'Beskrivning',
    amount: 'Belopp',
    debit: 'Uttag',
    credit: 'Insättning',
    side: 'Riktning',
    balance: 'Saldo',
    footer: 'Summa',
  },
  no: {
    date: 'Bokføringsdato',
    text: 'Forklaring',
    amount: 'Beløp',
    debit: 'Ut fra konto',
    credit: 'Inn på konto',
    side: 'Inn/Ut',
    balance: 'Saldo',
    footer: 'Sum',
  },
  da: {
    date: 'Bogføringsdato',
    text: 'Tekst',
    amount: 'Beløb',
    debit: 'Udbetaling',
    credit: 'Indbetaling',
    side: 'Ind/Ud',
    balance: 'Saldo',
    footer: 'I alt',
  },
  fi: {
    date: 'Kirjauspäivä',
    text: 'Selite',
    amount: 'Määrä',
    debit: 'Veloitus',
    credit: 'Hyvitys',
    side: 'Pano/Otto',
    balance: 'Saldo',
    footer: 'Yhteensä',
  },
  pl: {
    date: 'Data księgowania',
    text: 'Opis operacji',
    amount: 'Kwota',
    debit: 'Obciążenia',
    credit: 'Uznania',
    side: 'Strona',
    balance: 'Saldo po operacji',
    footer: 'Razem',
  },
  cs: {
    date: 'Datum zaúčtování',
    text: 'Zpráva pro příjemce',
    amount: 'Částka',
    debit: 'Výdaje',
    credit: 'Příjmy',
    side: 'Směr',
    balance: 'Zůstatek',
    footer: 'Celkem',
  },
  hu: {
    date: 'Könyvelés dátuma',
    text: 'Közlemény',
    amount: 'Összeg',
    debit: 'Terhelés',
    credit: 'Jóváírás',
    side: 'Irány',
    balance: 'Egyenleg',
    footer: 'Összesen',
  },
} satisfies Record<string, Names>

const sides: Readonly<Record<keyof typeof headers, readonly [debit: string, credit: string]>> = {
  en: ['Debit', 'Credit'],
  de: ['S', 'H'],
  fr: ['Débit', 'Crédit'],
  nl: ['Af', 'Bij'],
  es: ['Cargo', 'Abono'],
  pt: ['D', 'C'],
  it: ['Dare', 'Avere'],
  sv: ['Uttag', 'Insättning'],
  no: ['Ut', 'Inn'],
  da: ['Ud', 'Ind'],
  fi: ['Otto', 'Pano'],
  pl: ['Obciążenie', 'Uznanie'],
  cs: ['Výdaj', 'Příjem'],
  hu: ['Terhelés', 'Jóváírás'],
}

const words = fc.constantFrom(
  'Rent',
  'Müller & Söhne',
  'Invoice 4711, part 2',
  'a;b|c',
  'say "hi"',
  "O'Brien",
  'Größe 5',
  'RE-2024/17',
  'two\nlines',
)

export const generated: fc.Arbitrary<Generated> = fc.record({
  rows: fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 300 }),
      amount: fc.integer({ min: -50_000_000, max: 50_000_000 }).filter((amount) => amount % 100 !== 0),
      text: words,
    }),
    { minLength: 3, maxLength: 25 },
  ),
  habits: fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    quoting: fc.constantFrom('all', 'needed'),
    decimal: fc.constantFrom('.', ','),
    group: fc.constantFrom('', 'other', ' ', '\u00a0', '\u202f', "'", '’'),
    date: fc.constantFrom('iso', 'dmy.', 'dmy/', 'mdy/', 'compact', 'named', 'dmy2'),
    sign: fc.constantFrom('minus', 'u2212', 'trailing', 'parentheses', 'split', 'splitNegative', 'indicator', 'marks'),
    language: fc.constantFrom(...(Object.keys(headers) as (keyof typeof headers)[])),
    shuffle: fc.integer({ min: 0, max: 5 }),
    preamble: fc.boolean(),
    footer: fc.boolean(),
    hasBalance: fc.boolean(),
    isDescending: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r', '\r\r\n'),
    isPadded: fc.boolean(),
  }),
})

const dayOf = (day: number): Date => new Date(Date.UTC(2024, 0, 5 + day))
export const isoOf = (day: number): string => dayOf(day).toISOString().slice(0, 10)
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function writeDate(day: number, style: Habits['date']): string {
  const [year = '', month = '', date = ''] = isoOf(day).split('-')
  switch (style) {
    case 'iso':
      return `${year}-${month}-${date}`
    case 'dmy.':
      return `${date}.${month}.${year}`
    case 'dmy/':
      return `${date}/${month}/${year}`
    case 'mdy/':
      return `${month}/${date}/${year}`
    case 'compact':
      return `${year}${month}${date}`
    case 'named':
      return `${date}-${months[Number(month) - 1]}-${year}`
    case 'dmy2':
      return `${date}.${month}.${year.slice(2)}`
  }
}

function writeNumber(minor: number, { decimal, group }: Habits): string {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  const mark = group === 'other' ? (decimal === '.' ? ',' : '.') : group
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, mark)
  return `${whole}${decimal}${digits.slice(-2)}`
}

function writeSigned(minor: number, habits: Habits): string {
  const size = writeNumber(minor, habits)
  if (minor >= 0) return habits.sign === 'marks' ? `${size} CR` : size
  switch (habits.sign) {
    case 'u2212':
      return `\u2212${size}`
    case 'trailing':
      return `${size}-`
    case 'parentheses':
      return `(${size})`
    case 'marks':
      return `${size} DR`
    default:
      return `-${size}`
  }
}

/** The rows in the order in which the text has them. */
export function ordered({ rows, habits }: Generated): GeneratedRow[] {
  const sorted = [...rows].sort((a, b) => a.day - b.day)
  return habits.isDescending ? sorted.reverse() : sorted
}

/** Writes the statement as the bank of these habits would. */
export function writeTable(table: Generated): string {
  const { habits } = table
  const names: Names = headers[habits.language]
  const rows = ordered(table)
  const balances = new Map<GeneratedRow, number>()
  let balance = 123_456
  for (const row of habits.isDescending ? [...rows].reverse() : rows) {
    balance += row.amount
    balances.set(row, balance)
  }
  const isSplit = habits.sign === 'split' || habits.sign === 'splitNegative'
  const columns: { name: string; cell: (row: GeneratedRow) => string; foot: string }[] = [
    { name: names.date, cell: ({ day }) => writeDate(day, habits.date), foot: '' },
    { name: names.text, cell: ({ text }) => text, foot: names.footer },
  ]
  const amount = { name: names.amount, cell: (row: GeneratedRow) => writeSigned(row.amount, habits), foot: '' }
  if (isSplit) {
    const size = (row: GeneratedRow) =>
      `${habits.sign === 'splitNegative' ? '-' : ''}${writeNumber(row.amount, habits)}`
    columns.push({ name: names.debit, cell: (row) => (row.amount < 0 ? size(row) : ''), foot: '' })
    columns.push({
      name: names.credit,
      cell: (row) => (row.amount > 0 ? writeNumber(row.amount, habits) : ''),
      foot: '',
    })
  } else if (habits.sign === 'indicator') {
    const [debit, credit] = sides[habits.language]
    columns.push({ ...amount, cell: (row) => writeNumber(row.amount, habits) })
    columns.push({ name: names.side, cell: (row) => (row.amount < 0 ? debit : credit), foot: '' })
  } else columns.push(amount)
  if (habits.hasBalance)
    columns.push({
      name: names.balance,
      cell: (row) =>
        writeSigned(balances.get(row) ?? 0, { ...habits, sign: habits.sign === 'marks' ? 'marks' : 'minus' }),
      foot: '',
    })
  const turned = [
    ...columns.slice(habits.shuffle % columns.length),
    ...columns.slice(0, habits.shuffle % columns.length),
  ]
  const cellOf = (text: string): string => {
    const isNeeded = text.includes(habits.delimiter) || text.includes('"') || /[\r\n]/.test(text)
    if (habits.quoting === 'all' || isNeeded) return `"${text.replaceAll('"', '""')}"`
    return habits.isPadded ? ` ${text}  ` : text
  }
  const line = (cells: readonly string[]) => cells.map(cellOf).join(habits.delimiter)
  const out = [line(turned.map(({ name }) => name)), ...rows.map((row) => line(turned.map(({ cell }) => cell(row))))]
  if (habits.preamble) out.unshift(line(['Account', 'DE02120300000000202051']), line(['Erika Muster']), '')
  if (habits.footer) out.push(line(turned.map(({ foot }) => foot)), '', line(['No guarantee for these data']))
  return out.join(habits.lineEnd)
}
