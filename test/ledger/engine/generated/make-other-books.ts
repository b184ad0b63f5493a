import type { EngineEntry, EngineItem } from '../../../../main/core/ledger/engine/types.ts'
import { type Random, randomFrom } from '../../../matching/names/generated/random.ts'
import { counterparty, entry, inputOf, item } from '../make.ts'
import type { MadeBooks, Truth } from './make-books.ts'

const habits = [
  ['invoice', 16],
  ['short_number', 6],
  ['number_list', 4],
  ['bank_charge', 4],
  ['short_paid', 3],
  ['card_payout', 4],
  ['cheque', 4],
  ['payroll', 2],
  ['debit_run', 3],
  ['bounced', 2],
  ['foreign', 4],
  ['own_transfer', 3],
  ['refund', 4],
  ['month_end', 6],
  ['wrong_digits', 3],
  ['paid_twice', 3],
  ['rent', 3],
  ['same_price', 4],
  ['tax', 3],
  ['structured', 5],
  ['group_less_one', 2],
  ['instalments', 3],
  ['bank_only', 6],
  ['books_only', 4],
] as const
type Habit = (typeof habits)[number][0]

const firsts = [
  'Aceites',
  'Talleres',
  'Viajes',
  'Hotel',
  'Clínica',
  'Bodegas',
  'Muebles',
  'Panadería',
  'Academia',
  'Pinturas',
]
const seconds = [
  'Núñez',
  'Peña',
  'Ibáñez',
  'García',
  'Muñoz',
  'Olmo',
  'Sierra',
  'Castaño',
  'Vega',
  'Luján',
  'Arroyo',
  'Ferrer',
]
const forms = ['S.L.', 'S.A.', 'SLU', 'Ltd', '']

interface Party {
  readonly id: string
  readonly name: string
  readonly account: string
}

/** Another company with other habits than `makeBooks`: its numbers, banks, customers and mistakes. Seeded, truth kept. */
export function makeOtherBooks(seed: number, happenings: number): MadeBooks {
  const random = randomFrom(seed)
  const parties = Array.from({ length: Math.max(15, Math.round(happenings / 12)) }, (_, i): Party => {
    const form = random.pick(forms)
    const name = `${random.pick(firsts)} ${random.pick(seconds)} ${random.pick(seconds)}${form === '' ? '' : ` ${form}`}`
    return { id: `p${i}`, name, account: `ES${String(2_100_000_000 + i * 104_729)}` }
  })
  const acquirer = counterparty('acquirer', 'Redsys TPV', { usualDeduction: { perMille: 8, ledgerId: 'fees' } })
  const savings = 'ES7621000418401234567891'
  const items: EngineItem[] = []
  const entries: EngineEntry[] = []
  const truth: Truth[] = []
  let invoice = 300 + random.below(100)
  let cheque = 4_000_000

  const day = (of: number): string => new Date(Date.UTC(2026, 0, 1 + of)).toISOString().slice(0, 10)
  const price = (): number =>
    random.chance(0.3)
      ? 10_000 * (1 + random.below(15)) + random.pick([0, 0, 5000, 2100])
      : 1500 + random.below(250_000)
  const line = (amount: number, on: number, more: Partial<EngineItem> = {}): string => {
    const id = `i${String(items.length).padStart(6, '0')}`
    const text = more.text ?? ''
    items.push(
      item(id, amount, day(on), { position: items.length % 80, ...more, textJoined: text.replaceAll(' ', '') }),
    )
    return id
  }
  const booked = (amount: number, on: number, more: Partial<EngineEntry> = {}): string => {
    const id = `e${String(entries.length).padStart(6, '0')}`
    entries.push(entry(id, amount, day(on), more))
    return id
  }
  const number = (): string => {
    invoice += 1 + random.below(2)
    return `F26/${String(invoice).padStart(5, '0')}`
  }
  const by = (who: Party, documentNo: string | null = null): Partial<EngineEntry> => ({
    counterpartyId: who.id,
    counterpartyName: who.name,
    documentNo,
  })
  const from = (who: Party): Partial<EngineItem> => ({ counterpartyName: shown(who.name, random) })
  const belong = (situation: string, ids: readonly string[], orIds?: readonly string[]): void => {
    truth.push({ situation, ids, ...(orIds ? { orIds } : {}) })
  }

  const happen: Readonly<Record<Habit, (on: number, who: Party, n: number) => void>> = {
    invoice(on, who) {
      const [doc, amount] = [number(), price()]
      const text = random.pick([
        `PAGO FACTURA ${doc}`,
        `Fra. ${doc}`,
        doc.replace('/', ' '),
        `TRANSF ${doc.replace('/', '')}`,
      ])
      belong('invoice', [line(amount, on + random.below(9), { ...from(who), text }), booked(amount, on, by(who, doc))])
    },
    short_number(on, who) {
      const [doc, amount] = [number(), price()]
      const text = `FRA ${Number(doc.slice(4))}`
      belong('short_number', [
        line(amount, on + random.below(5), { ...from(who), text }),
        booked(amount, on, by(who, doc)),
      ])
    },
    number_list(on, who) {
      const docs = [number(), number(), number()]
      const parts = docs.map(() => price())
      const [first = '', ...others] = docs
      const text = `FRAS ${first}${others.map((doc) => `, ${random.chance(0.5) ? doc : doc.slice(4)}`).join('')}`
      const ids = parts.map((part, at) => booked(part, on - at * 5, by(who, docs[at])))
      belong('number_list', [line(total(parts), on + random.below(4), { ...from(who), text }), ...ids])
    },
    bank_charge(on, who) {
      const [doc, amount] = [number(), price()]
      const charge = 350 + random.below(1200)
      const charges = [{ amount: charge, currency: 'EUR' }]
      const id = line(amount - charge, on + 2, { ...from(who), text: `INVOICE ${doc}`, charges })
      belong('bank_charge', [id, booked(amount, on, by(who, doc))])
    },
    short_paid(on, who) {
      const [doc, amount] = [number(), 20_000 + price()]
      const id = line(amount - 100 - random.below(900), on + 3, { ...from(who), text: `PAGO ${doc}` })
      belong('short_paid', [id, booked(amount, on, by(who, doc))])
    },
    card_payout(on) {
      const gross = price()
      const fee = Math.round((gross * 8) / 1000)
      const id = line(gross - fee, on + 1 + random.below(2), { counterpartyName: 'REDSYS TPV', text: 'ABONO TPV' })
      belong('card_payout', [id, booked(gross, on, { counterpartyId: 'acquirer', counterpartyName: 'Redsys TPV' })])
    },
    cheque(on, who) {
      cheque += 1 + random.below(4)
      const amount = -price()
      const chequeNo = String(cheque)
      const facts = { chequeNo, bankCode: 'PMNT-ICHQ', text: `CHEQUE ${chequeNo}` }
      belong('cheque', [line(amount, on + 5 + random.below(90), facts), booked(amount, on, { ...by(who), chequeNo })])
    },
    payroll(on) {
      const parts = Array.from({ length: 4 + random.below(8) }, () => -(120_000 + random.below(180_000)))
      const batch = `NOM-${seed}-${entries.length}`
      const ids = parts.map((part, at) => booked(part, on, { description: `Nómina empleado ${at}`, batchId: batch }))
      belong('payroll', [line(total(parts), on + random.below(2), { text: 'NOMINAS', paymentInfoId: batch }), ...ids])
    },
    debit_run(on, _, n) {
      const batch = `REM${seed}${n}`
      const parts = Array.from({ length: 3 + random.below(6) }, price)
      const ids = parts.map((part) => booked(part, on, { ...by(random.pick(parties), number()), batchId: batch }))
      belong('debit_run', [line(total(parts), on + 1, { text: `REMESA ${batch}` }), ...ids])
    },
    bounced(on, who, n) {
      const amount = price()
      const common = { ...from(who), counterpartyAccount: who.account, endToEndId: `RCUR-${seed}-${n}` }
      const first = line(amount, on, { ...common, text: 'RECIBO' })
      belong('bounced', [
        first,
        line(-amount, on + 3 + random.below(20), { ...common, returnReason: 'MD06', text: 'DEVOLUCION' }),
      ])
    },
    foreign(on, who) {
      const dollars = -price()
      const euros = Math.round(dollars * 0.93)
      const facts = { ...from(who), originalAmount: dollars, originalCurrency: 'USD', text: 'COMPRA USD' }
      const side = { ...by(who), currency: 'USD', amountLcy: Math.abs(Math.round(dollars * 0.925)) }
      belong('foreign', [line(euros, on + 1, facts), booked(dollars, on, side)])
    },
    own_transfer(on) {
      const amount = random.pick([1, -1]) * 50_000 * (1 + random.below(30))
      const id = line(amount, on, { counterpartyAccount: savings, counterpartyName: 'Mi Empresa SL', text: 'TRASPASO' })
      belong('own_transfer', [id, booked(amount, on, { description: 'Traspaso cuenta ahorro' })])
    },
    refund(on, who) {
      const [doc, amount] = [number().replace('F', 'R'), -price()]
      const id = line(amount, on + 1 + random.below(3), {
        ...from(who),
        counterpartyAccount: who.account,
        text: `ABONO ${doc}`,
      })
      belong('refund', [id, booked(amount, on, by(who, doc))])
    },
    month_end(on, who) {
      const amount = -price()
      const id = line(amount, on + 4 + random.below(6), {
        ...from(who),
        counterpartyAccount: who.account,
        text: 'RECIBO',
      })
      belong('month_end', [id, booked(amount, on, by(who, number()))])
    },
    wrong_digits(on, who) {
      const [doc, amount] = [number(), 12_000 + price()]
      const text = String(amount)
      const at = 1 + random.below(text.length - 2)
      const other = Number(text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2))
      const id = line(amount, on + 2, { ...from(who), text: `Pago ${doc}` })
      // The right partner; how much they differ is for a person.
      belong('wrong_digits', [id, booked(other, on, by(who, doc))])
    },
    paid_twice(on, who) {
      const [doc, amount] = [number(), price()]
      const one = { ...from(who), text: `PAGO ${doc}` }
      const booking = booked(amount, on, by(who, doc))
      belong('paid_twice', [line(amount, on + 1, one), booking], [line(amount, on + 3, one), booking])
    },
    rent(on, who) {
      const amount = -(60_000 + 5000 * random.below(20))
      const missing = random.below(6)
      for (let month = 0; month < 4; month++) {
        const id = line(amount, on + 30 * month + random.below(3), { ...from(who), text: 'ALQUILER' })
        if (month !== missing) belong('rent', [id, booked(amount, on + 30 * month, by(who))])
      }
    },
    same_price(on) {
      const amount = random.pick([4900, 9900, 19_900])
      for (const who of [random.pick(parties), random.pick(parties)])
        belong('same_price', [
          line(amount, on + random.below(2), { ...from(who), text: 'CUOTA' }),
          booked(amount, on, by(who)),
        ])
    },
    tax(on) {
      const amount = -price()
      const id = line(amount, on + random.below(6), { text: 'IMPUESTOS AEAT MOD 303' })
      belong('tax', [id, booked(amount, on, { description: 'IVA modelo 303' })])
    },
    structured(on, who) {
      const [reference, amount] = [iso11649(`${seed}${1_000_000 + entries.length}`), price()]
      const id = line(amount, on + random.below(20), {
        ...from(who),
        structuredReferences: [{ scheme: 'iso11649', value: reference, check: 'valid' }],
        text: reference,
      })
      belong('structured', [
        id,
        booked(amount, on, { ...by(who, number()), references: [{ kind: 'iso11649', value: reference }] }),
      ])
    },
    group_less_one(on, who) {
      const parts = Array.from({ length: 4 }, price)
      const ids = parts.map((part) => booked(part, on, by(who, number())))
      const paid = parts.slice(0, 3)
      belong('group_less_one', [
        line(total(paid), on + 2, { ...from(who), counterpartyAccount: who.account, text: 'PAGO FACTURAS' }),
        ...ids.slice(0, 3),
      ])
    },
    instalments(on, who) {
      const [doc, amount] = [number(), 3 * (10_000 + random.below(50_000))]
      const booking = booked(amount, on, by(who, doc))
      const parts = [0, 1, 2].map((at) =>
        line(amount / 3, on + 2 + 3 * at, { ...from(who), text: `PLAZO ${at + 1} ${doc}` }),
      )
      belong('instalments', [...parts, booking], [parts[0] ?? '', booking])
    },
    bank_only(on) {
      line(-(150 + random.below(5000)), on, {
        text: random.pick(['COMISION MANTENIMIENTO', 'GASTOS CORREO', 'INTERESES']),
      })
    },
    books_only(on, who) {
      booked(random.pick([1, -1]) * price(), on, by(who, number()))
    },
  }
  for (let n = 0; n < happenings; n++) happen[weighted(random)](20 + random.below(300), random.pick(parties), n)
  const counterparties = [
    acquirer,
    ...parties.map(({ id, name, account }) => counterparty(id, name, { accounts: [account] })),
  ]
  return { input: inputOf({ items, entries, counterparties, ownAccounts: { [savings]: 'savings' } }), truth }
}

const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0)

/** As Spanish banks write it: capitals without accents, cut at 32, surnames first now and then. */
function shown(name: string, random: Random): string {
  const bare = random.chance(0.7) ? name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase() : name
  const short = random.chance(0.3) ? bare.replace(/,? (?:S\.?L\.?U?\.?|S\.A\.|LTD)$/i, '') : bare
  const [first = '', ...rest] = short.split(' ')
  return (random.chance(0.1) ? [...rest, first].join(' ') : short).slice(0, 32)
}

function iso11649(body: string): string {
  const digits = (text: string) => [...text].map((one) => Number.parseInt(one, 36)).join('')
  const rest = Number(BigInt(digits(`${body}RF00`)) % 97n)
  return `RF${String(98 - rest).padStart(2, '0')}${body}`
}

function weighted(random: Random): Habit {
  let left = random.below(habits.reduce((sum, [, weight]) => sum + weight, 0))
  for (const [habit, weight] of habits) {
    left -= weight
    if (left < 0) return habit
  }
  return 'bank_only'
}
