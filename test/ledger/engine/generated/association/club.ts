import { bankDay, firstOf, monthNames, months, type Party, printed, type Scribe } from './scribe.ts'

const dues = [2500, 4000]

interface Member {
  readonly party: Party
  readonly mandate: string
  readonly due: number
  readonly single: boolean
}

/** Members' dues by direct debit (in batches and singly), debits that come back, donations of equal amounts, cash. */
export function runClub(scribe: Scribe, scale: number): void {
  const members = Array.from({ length: Math.round(60 * scale) }, (_, at) => ({
    party: scribe.person(),
    mandate: scribe.number('M'),
    due: dues[at % 2] as number,
    single: at % 5 === 0,
  }))
  for (const month of months) collectDues(scribe, members, month)
  takeDonations(scribe, Math.round(70 * scale))
  payInCash(scribe)
}

/** Adults and juniors go to the bank as two files of the same day; a fifth of the members is credited one by one. */
function collectDues(scribe: Scribe, members: readonly Member[], month: number): void {
  const { random } = scribe
  const day = bankDay(firstOf(month) + 4)
  const named = month % 3 !== 0
  for (const due of dues) {
    const run = `DD${String(month + 1).padStart(2, '0')}${due}`
    const inRun = members.filter((member) => member.due === due && !member.single)
    // Whoever left or paused is not in the file.
    const debited = inRun.filter(() => random.chance(0.95))
    const entries = debited.map((member) => bookDue(scribe, member, month, day, { batchId: run }))
    const line = scribe.line(due * debited.length, day, {
      text: `LASTSCHRIFTEINZUG ANZ ${debited.length} ${named ? run : ''}`,
      paymentInfoId: named ? run : null,
      batchWithoutDetails: true,
      bankCode: 'PMNT-IDDT-BBDD',
    })
    scribe.together(named ? 'debit_run_named' : 'debit_run', [line, ...entries])
    for (const member of debited) if (random.chance(0.05)) comeBack(scribe, member, month, day)
  }
  for (const member of members.filter(({ single }) => single)) {
    const id = `${member.mandate}-${month + 1}`
    const stored = random.chance(0.6)
    const entry = bookDue(scribe, member, month, day, { references: stored ? [{ kind: 'end_to_end', value: id }] : [] })
    const line = scribe.line(member.due, bankDay(day + random.below(3)), {
      counterpartyName: printed(member.party.name, random),
      endToEndId: id,
      text: `BEITRAG ${monthNames[month]} MANDAT ${member.mandate}`,
      bankCode: 'PMNT-IDDT-ESDD',
    })
    scribe.together(stored ? 'single_debit_id' : 'single_debit', [line, entry])
    if (random.chance(0.05)) comeBack(scribe, member, month, day)
  }
}

const bookDue = (scribe: Scribe, { party, due }: Member, month: number, day: number, more: object): string =>
  scribe.book(due, day, {
    counterpartyName: party.name,
    description: `Dues ${monthNames[month]} ${party.name}`,
    ...more,
  })

/** The bank takes the due back, alone or with its charge; the books say so a little later; some then pay by transfer. */
function comeBack(scribe: Scribe, { party, mandate, due }: Member, month: number, day: number): void {
  const { random } = scribe
  const at = bankDay(day + 2 + random.below(4))
  const charge = random.chance(0.4) ? 350 : 0
  const facts = { counterpartyName: party.name, description: `Returned debit ${party.name}` }
  const booked = at + random.below(4)
  const entries = [scribe.book(-due, booked, facts)]
  if (charge > 0)
    entries.push(scribe.book(-charge, booked, { ...facts, description: `Bank charge for return ${party.name}` }))
  const line = scribe.line(-due - charge, at, {
    counterpartyName: party.name.toUpperCase(),
    text: `RUECKLASTSCHRIFT ${mandate} ENTG ${(charge / 100).toFixed(2)}`,
    returnReason: random.pick(['AC04', 'AM04', 'MD06']),
    bankCode: 'PMNT-IDDT-UPDD',
  })
  scribe.together(charge > 0 ? 'returned_with_charge' : 'returned_debit', [line, ...entries])
  if (random.chance(0.5)) return
  const paidAt = at + 5 + random.below(8)
  const entry = scribe.book(due, paidAt, {
    counterpartyName: party.name,
    description: `Dues ${monthNames[month]} paid after return`,
  })
  const paid = scribe.line(due, bankDay(paidAt + random.below(2)), {
    counterpartyName: printed(party.name, random),
    text: `BEITRAG ${monthNames[month]}`,
    bankCode: 'PMNT-RCDT-ESCT',
  })
  scribe.together('paid_after_return', [paid, entry])
}

/** Round gifts on the days of appeals; some givers are nameless in the books, some on the statement. */
function takeDonations(scribe: Scribe, gifts: number): void {
  const { random } = scribe
  const appeals = [70, 160, 338, 340]
  for (let gift = 0; gift < gifts; gift++) {
    const giver = scribe.person()
    const amount = random.pick([2000, 5000, 5000, 10_000])
    const day = bankDay(random.pick(appeals) + random.below(5))
    const known = random.chance(0.8)
    const entry = scribe.book(amount, day + random.below(2), {
      counterpartyName: known ? giver.name : null,
      description: known ? `Donation ${giver.name}` : 'Donation',
    })
    const line = scribe.line(amount, day, {
      counterpartyName: random.chance(0.9) ? printed(giver.name, random) : null,
      text: 'SPENDE',
      bankCode: 'PMNT-RCDT-ESCT',
    })
    if (known) scribe.together('donation', [line, entry])
    else scribe.together('donation_nameless', [line, entry])
  }
}

/** Cash boxes are paid in under a slip's number: one line, an entry for each box; sometimes the machine counts again. */
function payInCash(scribe: Scribe): void {
  const { random } = scribe
  for (let day = 6; day < 360; day += 14) {
    const slip = scribe.number('EZ')
    const boxes = Array.from({ length: 1 + random.below(4) }, () => 500 * (2 + random.below(30)))
    const entries = boxes.map((amount, at) =>
      scribe.book(amount, day, { description: `Cash box ${at + 1}`, batchId: slip, documentNo: slip }),
    )
    const total = boxes.reduce((sum, one) => sum + one, 0)
    const line = scribe.line(total, bankDay(day + 1), {
      text: `BAREINZAHLUNG BELEG ${slip}`,
      bankCode: 'PMNT-CNTR-CDPT',
    })
    scribe.together('cash', [line, ...entries])
  }
}
