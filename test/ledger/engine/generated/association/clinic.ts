import {
  anyAmount,
  bankDay,
  firstOf,
  monthNames,
  months,
  type Party,
  printed,
  type Scribe,
  swapped,
  swappedAmount,
} from './scribe.ts'

const consultations = [6000, 8500, 12_000, 9000]

/** Card takings of several acquirers, patients' invoices of few amounts, insurers who pay lists, refunds and chargebacks. */
export function runClinic(scribe: Scribe, scale: number): void {
  const rooms = Math.max(1, Math.round(scale * 2))
  for (let room = 0; room < rooms; room++) takeCardsNet(scribe, `T${40 + room}`)
  for (let room = 0; room < rooms; room++) takeCardsSingly(scribe, 70 + room)
  takeCardsTwiceAWeek(scribe)
  seePatients(scribe, Math.round(300 * scale))
  settleInsurers(scribe, Math.max(2, Math.round(3 * scale)))
}

/** Net of 1.2 % the working day after, the gross in the books; the fee stands on the line or is only the usual one. */
function takeCardsNet(scribe: Scribe, terminal: string): void {
  const { random } = scribe
  const acquirer = `Sumcard Payments ${terminal}`
  scribe.know(acquirer, { usualDeduction: { perMille: 12, ledgerId: '6855' } })
  for (let day = 2; day < 360; day += 2 + random.below(2)) {
    const gross = random.chance(0.3) ? random.pick([30_000, 36_000, 42_000]) : anyAmount(random, 900)
    const fee = Math.round(gross * 0.012)
    const entry = scribe.book(gross, day, { counterpartyName: acquirer, description: `Card takings ${terminal}` })
    const stated = random.chance(0.5)
    const line = scribe.line(gross - fee, bankDay(day + 1), {
      counterpartyName: acquirer.toUpperCase(),
      text: stated
        ? `CARD SETTLEMENT ${terminal} GROSS ${(gross / 100).toFixed(2)} FEE ${(fee / 100).toFixed(2)}`
        : `CARD SETTLEMENT ${terminal}`,
      charges: stated ? [{ amount: fee, currency: 'EUR' }] : [],
      bankCode: 'PMNT-MCRD-POSP',
    })
    scribe.together('card_net', [line, entry])
  }
}

/** Gross; the books hold each receipt with the payout's id, refunds among them; the fee comes once a month. */
function takeCardsSingly(scribe: Scribe, site: number): void {
  const { random } = scribe
  let turnover = 0
  for (let day = 1; day < 362; day += 3 + random.below(3)) {
    const payout = `PO${site}${1000 + day}`
    const named = random.chance(0.6)
    const receipts = Array.from({ length: 2 + random.below(6) }, () =>
      random.chance(0.08) ? -random.pick(consultations) : random.pick(consultations),
    )
    const total = receipts.reduce((sum, one) => sum + one, 0)
    if (total <= 0) continue
    turnover += total
    const entries = receipts.map((amount) =>
      scribe.book(amount, day, {
        description: `Card receipt, room ${site}`,
        batchId: payout,
        counterpartyName: 'Nordpay',
      }),
    )
    const line = scribe.line(total, bankDay(day + 2), {
      counterpartyName: 'NORDPAY ACQUIRING',
      text: named ? `PAYOUT ${payout}` : `KARTENUMSATZ FILIALE ${site}`,
      bankCode: 'PMNT-MCRD-POSP',
    })
    scribe.together(named ? 'card_payout_named' : 'card_payout', [line, ...entries])
  }
  const monthly = Math.round((turnover * 0.009) / 12)
  for (const month of months) {
    const fee = -(monthly + random.below(4000))
    const end = firstOf(month) + 27
    const entry = scribe.book(fee, end, {
      counterpartyName: 'Nordpay',
      description: `Card fees ${monthNames[month]} room ${site}`,
    })
    const line = scribe.line(fee, bankDay(end + 3), {
      counterpartyName: 'NORDPAY ACQUIRING',
      text: `SERVICE FEE ${monthNames[month]} FILIALE ${site}`,
    })
    scribe.together('card_fee', [line, entry])
  }
}

/** A third pays two to four days together; the books hold a total for each day. */
function takeCardsTwiceAWeek(scribe: Scribe): void {
  const { random } = scribe
  let day = 1
  while (day < 355) {
    const days = 2 + random.below(3)
    const batch = `AX${day}`
    const amounts = Array.from({ length: days }, () => anyAmount(random, 400))
    const entries = amounts.map((amount, at) =>
      scribe.book(amount, day + at, {
        description: 'Amex takings of the day',
        batchId: batch,
        counterpartyName: 'Amex',
      }),
    )
    const total = amounts.reduce((sum, one) => sum + one, 0)
    scribe.together('card_days', [
      scribe.line(total, bankDay(day + days), {
        counterpartyName: 'AMERICAN EXPRESS PAYMENTS',
        text: 'MERCHANT 9911203',
      }),
      ...entries,
    ])
    day += days
  }
}

function seePatients(scribe: Scribe, visits: number): void {
  const { random } = scribe
  const patients = Array.from({ length: Math.ceil(visits / 3) }, () => scribe.person())
  const open: string[] = []
  for (let visit = 0; visit < visits; visit++) {
    const patient = random.pick(patients)
    const amount = random.pick(consultations)
    const day = random.below(345)
    const invoice = scribe.number('K25')
    open.push(invoice)
    visitPaid(scribe, patient, amount, day, invoice, random.pick(open))
  }
}

function visitPaid(
  scribe: Scribe,
  patient: Party,
  amount: number,
  day: number,
  invoice: string,
  another: string,
): void {
  const { random } = scribe
  const facts = {
    counterpartyName: patient.name,
    documentNo: invoice,
    description: `Invoice ${invoice} ${patient.name}`,
  }
  const pays = (paid: number, text: string, at = day + random.below(6)) =>
    scribe.line(paid, bankDay(at), {
      counterpartyName: printed(patient.name, random),
      counterpartyAccount: patient.account,
      text,
      bankCode: 'PMNT-RCDT-ESCT',
    })
  const luck = random.below(20)
  if (luck === 0) {
    // The number of another patient's invoice, often of the same amount.
    const entry = scribe.book(amount, day, facts)
    scribe.together('visit_other_number', [pays(amount, `RECHNUNG ${another}`), entry])
  } else if (luck === 1) {
    const entry = scribe.book(amount, day, facts)
    scribe.together('visit_number_swapped', [pays(amount, `RG ${swapped(invoice, random)}`), entry])
  } else if (luck === 2) {
    const precise = amount + 1 + random.below(98)
    const paid = swappedAmount(precise, random)
    const entry = scribe.book(precise, day, facts)
    scribe.together('visit_amount_swapped', [pays(paid, `RECHNUNG ${invoice}`), entry])
  } else if (luck === 3) {
    const entry = scribe.book(amount, day, facts)
    const first = pays(amount, `RECHNUNG ${invoice}`)
    const second = pays(amount, `RECHNUNG ${invoice}`, day + 8)
    scribe.together('visit_paid_twice', [first, entry], [second, entry])
  } else if (luck === 4) {
    const entries = [scribe.book(amount, day, facts), scribe.book(amount, day + random.below(2), facts)]
    const line = pays(amount, `RECHNUNG ${invoice}`)
    scribe.together('visit_booked_twice', [line, entries[0] as string], [line, entries[1] as string])
  } else if (luck === 5) {
    const entry = scribe.book(amount, day, facts)
    scribe.together('visit', [pays(amount, `RECHNUNG ${invoice}`), entry])
    const back = scribe.book(-amount, day + 9, {
      ...facts,
      documentNo: `G${invoice}`,
      description: `Refund of invoice ${invoice}`,
    })
    const line = scribe.line(-amount, bankDay(day + 10), {
      counterpartyName: patient.name.toUpperCase(),
      counterpartyAccount: patient.account,
      text: `ERSTATTUNG ${invoice}`,
    })
    scribe.together('refund', [line, back])
  } else if (luck === 6) {
    // The card holder disputes what was paid; nobody on the line but the scheme.
    const entry = scribe.book(-amount, day + 2, {
      description: `Chargeback ${patient.name}`,
      documentNo: `CB${invoice}`,
    })
    const line = scribe.line(-amount, bankDay(day + 2 + random.below(3)), {
      counterpartyName: 'NORDPAY ACQUIRING',
      text: `CHARGEBACK CASE CB${invoice}`,
    })
    scribe.together('chargeback', [line, entry])
  } else if (luck === 7) {
    const wrong = scribe.book(amount, day, { ...facts, transactionId: `t${invoice}` })
    const storno = scribe.book(-amount, day + 1, { ...facts, description: `Storno ${invoice}` })
    const entry = scribe.book(amount, day + 1, facts)
    scribe.together('storno', [wrong, storno], [entry, storno])
    const line = pays(amount, `RECHNUNG ${invoice}`)
    scribe.together('visit_rebooked', [line, entry], [line, wrong])
  } else if (luck === 8) scribe.book(amount, day, facts)
  else if (luck === 9) pays(amount, 'DANKE')
  else {
    const entry = scribe.book(amount, day, facts)
    const text = random.pick([
      `RECHNUNG ${invoice}`,
      `RG ${invoice} VIELEN DANK`,
      'ARZT',
      '',
      patient.name.toUpperCase(),
    ])
    scribe.together(text.includes(invoice) ? 'visit' : 'visit_no_number', [pays(amount, text), entry])
  }
}

/** Insurers pay lists of invoices at month's end: with a list of documents, as text, or cut by what they deny. */
function settleInsurers(scribe: Scribe, insurers: number): void {
  const { random } = scribe
  for (let at = 0; at < insurers; at++) {
    const insurer = scribe.firm('Krankenkasse')
    for (const month of months) {
      const invoices = Array.from({ length: 3 + random.below(7) }, () => ({
        number: scribe.number('K25'),
        amount: random.pick(consultations),
      }))
      const day = firstOf(month) + 20
      const entries = invoices.map(({ number, amount }) =>
        scribe.book(amount, day - random.below(12), {
          counterpartyName: insurer.name,
          documentNo: number,
          description: `Insured visit ${number}`,
        }),
      )
      const total = invoices.reduce((sum, { amount }) => sum + amount, 0)
      const asDocuments = random.chance(0.4)
      const line = scribe.line(total, bankDay(day + 4 + random.below(10)), {
        counterpartyName: insurer.name.toUpperCase().slice(0, 27),
        counterpartyAccount: insurer.account,
        referredDocuments: asDocuments ? invoices.map(({ number, amount }) => ({ number, amountPaid: amount })) : [],
        text: asDocuments ? 'SAMMELZAHLUNG' : `SAMMELZAHLUNG ${invoices.map(({ number }) => number).join(', ')}`,
      })
      scribe.together(asDocuments ? 'insurer_documents' : 'insurer_list', [line, ...entries])
    }
  }
}
