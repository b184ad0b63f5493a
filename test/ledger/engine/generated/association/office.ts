import { anyAmount, bankDay, firstOf, monthNames, months, printed, type Scribe, swapped } from './scribe.ts'

/** Salaries, standing orders, loans, taxes: what leaves the account every month, much of it the same amount twice. */
export function runOffice(scribe: Scribe, scale: number): void {
  paySalaries(scribe, Math.round(14 * scale))
  payStandingOrders(scribe)
  payLoans(scribe)
  payTaxes(scribe)
  paySuppliers(scribe, Math.round(110 * scale))
  sendCheques(scribe, Math.round(50 * scale))
}

/** Of few grades. Clinic staff are paid singly, office staff as one line for a file; some months a grade gets an advance. */
function paySalaries(scribe: Scribe, people: number): void {
  const { random } = scribe
  const staff = Array.from({ length: people }, () => ({
    ...scribe.person(),
    salary: random.pick([180_000, 210_000, 210_000, 265_000]),
  }))
  const office = Array.from({ length: 9 }, () => ({ ...scribe.person(), salary: random.pick([180_000, 210_000]) }))
  for (const month of months) {
    const day = bankDay(firstOf(month) + 26)
    for (const { name, account, salary } of staff) {
      const entry = scribe.book(-salary, day - random.below(2), {
        counterpartyName: name,
        description: `Salary ${monthNames[month]}`,
      })
      const line = scribe.line(-salary, day, {
        counterpartyName: random.chance(0.8) ? name : printed(name, random),
        counterpartyAccount: account,
        text: `GEHALT ${monthNames[month]}`,
        bankCode: 'PMNT-ICDT-SALA',
      })
      scribe.together('salary', [line, entry])
    }
    const run = `SAL-${month + 1}`
    const entries = office.map(({ name, salary }) =>
      scribe.book(-salary, day, {
        counterpartyName: name,
        description: `Salary ${monthNames[month]} office`,
        batchId: run,
      }),
    )
    const total = office.reduce((sum, { salary }) => sum + salary, 0)
    const line = scribe.line(-total, bankDay(day + 1), {
      text: 'SAMMELUEBERWEISUNG 9 POSTEN',
      paymentInfoId: month % 2 === 0 ? run : null,
      batchWithoutDetails: true,
    })
    scribe.together(month % 2 === 0 ? 'salary_file_named' : 'salary_file', [line, ...entries])
    const advanced = random.pickOther(staff)
    const advance = scribe.book(-50_000, day - 12, {
      counterpartyName: advanced.name,
      description: 'Advance on salary',
    })
    const paid = scribe.line(-50_000, bankDay(day - 12), {
      counterpartyName: advanced.name.toUpperCase(),
      counterpartyAccount: advanced.account,
      text: 'VORSCHUSS',
    })
    scribe.together('advance', [paid, advance])
  }
}

/** Two landlords with one amount; three cars of one lessor with one amount, told apart by the contract. */
function payStandingOrders(scribe: Scribe): void {
  const { random } = scribe
  const landlords = [scribe.firm('Immobilien'), scribe.firm('Hausverwaltung')]
  const lessor = scribe.firm('Autoleasing')
  const cars = Array.from({ length: 3 }, () => scribe.number('LV'))
  for (const month of months) {
    const day = firstOf(month)
    for (const { name, account } of landlords) {
      const entry = scribe.book(-120_000, day, {
        counterpartyName: name,
        description: `Rent of rooms ${monthNames[month]}`,
      })
      const line = scribe.line(-120_000, bankDay(day), {
        counterpartyName: random.chance(0.5) ? name.toUpperCase() : name,
        counterpartyAccount: account,
        text: 'DAUERAUFTRAG MIETE',
      })
      scribe.together('landlord', [line, entry])
    }
    for (const car of cars) {
      const entry = scribe.book(-29_900, day + 2, {
        counterpartyName: lessor.name,
        externalDocumentNo: car,
        description: `Car ${car} ${monthNames[month]}`,
      })
      const line = scribe.line(-29_900, bankDay(day + 2 + random.below(2)), {
        counterpartyName: lessor.name.toUpperCase(),
        counterpartyAccount: lessor.account,
        text: `LEASINGRATE VERTRAG ${car}`,
      })
      scribe.together('leasing', [line, entry])
    }
  }
}

/** One instalment on the statement, principal and interest in the books; and the other way round with a second bank. */
function payLoans(scribe: Scribe): void {
  const { random } = scribe
  const lender = scribe.firm('Sparbank')
  const second = scribe.firm('Hypothekenbank')
  for (const month of months) {
    const day = firstOf(month) + 14
    const interest = 18_767 - 312 * month
    const document = `DL-44120-${month + 1}`
    const facts = { counterpartyName: lender.name, documentNo: document }
    const parts = [
      scribe.book(-(100_000 - interest), day, { ...facts, description: 'Loan 44120 principal' }),
      scribe.book(-interest, day, { ...facts, description: 'Loan 44120 interest' }),
    ]
    const line = scribe.line(-100_000, bankDay(day), {
      counterpartyName: lender.name,
      text: `DARLEHEN 44120 RATE ${month + 1}`,
    })
    scribe.together('instalment', [line, ...parts])
    const other = 31_250 - 401 * month
    const entry = scribe.book(-150_000, day, {
      counterpartyName: second.name,
      description: `Mortgage 7781 ${monthNames[month]}`,
    })
    const at = bankDay(day + random.below(2))
    const lines = [
      scribe.line(-(150_000 - other), at, { counterpartyName: second.name, text: 'HYPOTHEK 7781 TILGUNG' }),
      scribe.line(-other, at, { counterpartyName: second.name, text: 'HYPOTHEK 7781 ZINS' }),
    ]
    scribe.together('mortgage', [...lines, entry])
  }
}

/** To one office on one day: wages' tax and turnover tax, singly or together; a refund that equals a payment. */
function payTaxes(scribe: Scribe): void {
  const { random } = scribe
  const office = 'Finanzamt Nordhof'
  for (const month of months) {
    const day = firstOf(month) + 9
    const [wages, turnover] = [anyAmount(random, 9000), anyAmount(random, 4000)]
    const entries = [
      scribe.book(-wages, day, { counterpartyName: office, description: `Wages tax ${monthNames[month]}` }),
      scribe.book(-turnover, day, { counterpartyName: office, description: `Turnover tax ${monthNames[month]}` }),
    ]
    const pay = (amount: number, text: string) =>
      scribe.line(amount, bankDay(day + 1), { counterpartyName: 'FINANZAMT NORDHOF STEUERKASSE', text })
    if (random.chance(0.4))
      scribe.together('taxes_together', [pay(-wages - turnover, 'STEUERNR 22/815/08156'), ...entries])
    else {
      scribe.together('tax', [pay(-wages, `LOHNST ${monthNames[month]} 22/815/08156`), entries[0] as string])
      scribe.together('tax', [pay(-turnover, `UMSATZST ${monthNames[month]} 22/815/08156`), entries[1] as string])
    }
    if (month % 4 !== 3) continue
    const back = scribe.book(turnover, day + 12, {
      counterpartyName: office,
      description: `Turnover tax ${monthNames[month]} back`,
    })
    const line = scribe.line(turnover, bankDay(day + 14), {
      counterpartyName: 'FINANZAMT NORDHOF STEUERKASSE',
      text: 'ERSTATTUNG UMSATZST',
    })
    scribe.together('tax_back', [line, back])
  }
}

/** Suppliers with invoices; numbers mistyped, several at once, discounts taken, credit notes deducted. */
function paySuppliers(scribe: Scribe, payments: number): void {
  const { random } = scribe
  const suppliers = Array.from({ length: 12 }, (_, at) =>
    scribe.firm(['Medizintechnik', 'Reinigung', 'Malerbetrieb', 'Sanitaer'][at % 4] as string),
  )
  for (let at = 0; at < payments; at++) {
    const supplier = random.pick(suppliers)
    const day = random.below(345)
    const book = (amount: number, number: string) =>
      scribe.book(amount, day, {
        counterpartyName: supplier.name,
        externalDocumentNo: number,
        description: `Supplier ${number}`,
      })
    const pay = (amount: number, text: string) =>
      scribe.line(amount, bankDay(day + random.below(3)), {
        counterpartyName: printed(supplier.name, random),
        counterpartyAccount: supplier.account,
        text,
      })
    const numbers = [scribe.number('RE-'), scribe.number('RE-')] as const
    const amount = random.chance(0.4) ? -random.pick([11_900, 23_800, 59_500]) : -anyAmount(random, 2500)
    const luck = random.below(10)
    if (luck < 4) scribe.together('supplier', [pay(amount, `INVOICE ${numbers[0]}`), book(amount, numbers[0])])
    else if (luck < 5)
      scribe.together('supplier_number_swapped', [
        pay(amount, `INVOICE ${swapped(numbers[0], random)}`),
        book(amount, numbers[0]),
      ])
    else if (luck < 6) scribe.together('supplier_no_number', [pay(amount, 'AS AGREED'), book(amount, numbers[0])])
    else if (luck < 8) {
      const entries = [book(amount, numbers[0]), book(-23_800, numbers[1])]
      scribe.together('supplier_two', [pay(amount - 23_800, `INVOICES ${numbers.join(' + ')}`), ...entries])
    } else if (luck < 9) {
      const discount = Math.round(amount * 0.02)
      scribe.together('supplier_discount', [
        pay(amount - discount, `${numbers[0]} LESS 2% DISCOUNT ${(-discount / 100).toFixed(2)}`),
        book(amount, numbers[0]),
      ])
    } else {
      const credit = Math.round(-amount * 0.2)
      const entries = [book(amount, numbers[0]), book(credit, numbers[1])]
      scribe.together('supplier_credit_note', [
        pay(amount + credit, `${numbers[0]} LESS CREDIT NOTE ${numbers[1]}`),
        ...entries,
      ])
    }
  }
}

/** Prizes of equal amounts by numbered cheques, cashed from some days to four months later; some never. */
function sendCheques(scribe: Scribe, cheques: number): void {
  const { random } = scribe
  let number = 550 + random.below(40)
  for (let at = 0; at < cheques; at++) {
    number++
    const amount = random.pick([5000, 5000, 7500, 25_000])
    const day = 10 + 30 * (at % 11)
    const { name } = scribe.person()
    const entry = scribe.book(-amount, day, {
      chequeNo: String(number),
      counterpartyName: name,
      description: `Prize, cheque ${number}`,
    })
    if (random.chance(0.06)) continue
    const field = random.chance(0.6)
    const line = scribe.line(-amount, bankDay(day + 4 + random.below(random.chance(0.8) ? 40 : 120)), {
      chequeNo: field ? String(number).padStart(6, '0') : null,
      text: field ? 'SCHECK' : `CHEQUE ${String(number).padStart(6, '0')}`,
      bankCode: 'PMNT-ICHQ-CCHQ',
    })
    scribe.together(field ? 'cheque' : 'cheque_in_text', [line, entry])
  }
}
