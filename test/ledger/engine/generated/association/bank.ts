import { anyAmount, bankDay, firstOf, monthNames, months, type Scribe } from './scribe.ts'

const savings = 'DE11500105170000000042'
const dollars = 'DE22500105170000000077'
export const ownAccounts = { [savings]: 'savings', [dollars]: 'dollars' }

/** Charges booked together, transfers between own accounts in two currencies, and the edges of the year. */
export function runBank(scribe: Scribe): void {
  chargeFees(scribe)
  moveMoney(scribe)
  crossTheYear(scribe)
  beUnbooked(scribe)
}

/** Several charges in a month, one sum in the books; interest is booked as it comes. */
function chargeFees(scribe: Scribe): void {
  const { random } = scribe
  for (const month of months) {
    const end = bankDay(firstOf(month) + 27)
    const charges = [
      -990,
      -35 * (20 + random.below(40)),
      -250 * (1 + random.below(3)),
      ...(random.chance(0.5) ? [-350] : []),
    ]
    const lines = charges.map((amount, at) =>
      scribe.line(amount, end, {
        text: ['KONTOFUEHRUNG', 'BUCHUNGSPOSTEN', 'AUSZUGSVERSAND', 'ENTGELT'][at] as string,
        bankCode: 'ACMT-MCOP-CHRG',
      }),
    )
    const entry = scribe.book(
      charges.reduce((sum, one) => sum + one, 0),
      end,
      { description: `Bank charges ${monthNames[month]}` },
    )
    scribe.together('charges_of_month', [...lines, entry])
    if (month % 3 !== 2) continue
    const interest = 100 + random.below(4000)
    const line = scribe.line(interest, end, { text: 'HABENZINSEN', bankCode: 'ACMT-MCRD-INTR' })
    scribe.together('interest', [line, scribe.book(interest, end, { description: 'Interest earned' })])
  }
}

/** Round amounts go out and come back, sometimes on one day; some were never booked; dollars are booked in dollars. */
function moveMoney(scribe: Scribe): void {
  const { random } = scribe
  for (let day = 8; day < 350; day += 5 + random.below(9)) {
    const amount = (random.chance(0.5) ? -1 : 1) * random.pick([200_000, 500_000, 500_000, 1_000_000])
    const line = scribe.line(amount, bankDay(day), {
      counterpartyName: 'HAUS UND SPORT E.V.',
      counterpartyAccount: savings,
      text: 'UMBUCHUNG',
    })
    if (random.chance(0.12)) continue
    scribe.together('own_transfer', [
      line,
      scribe.book(amount, day - random.below(2), {
        description: amount < 0 ? 'To savings' : 'From savings',
        counterpartyAccount: savings,
      }),
    ])
  }
  for (const month of months) {
    const bought = -100_000 * (1 + random.below(3))
    const rate = 0.88 + random.below(900) / 10_000
    const day = bankDay(firstOf(month) + 17)
    const paid = Math.round(bought * rate)
    const line = scribe.line(paid, day, {
      counterpartyAccount: dollars,
      counterpartyName: 'HAUS UND SPORT E.V.',
      originalAmount: bought,
      originalCurrency: 'USD',
      text: `USD ${(-bought / 100).toFixed(2)} KURS ${rate.toFixed(4)}`,
    })
    const entry = scribe.book(bought, day, {
      currency: 'USD',
      amountLcy: Math.round(bought * (rate + 0.004)),
      description: 'To dollar account',
      counterpartyAccount: dollars,
    })
    scribe.together('own_transfer_dollars', [line, entry])
  }
}

/** Booked in December, on the statement in January; and booked at the year's end without a line. */
function crossTheYear(scribe: Scribe): void {
  const { random } = scribe
  for (let at = 0; at < 12; at++) {
    const { name, account } = scribe.person()
    const amount = random.pick([6000, 8500, 2500, 65_000])
    const entry = scribe.book(amount, -1 - random.below(6), {
      counterpartyName: name,
      description: `Year's end ${name}`,
    })
    const line = scribe.line(amount, bankDay(1 + random.below(3)), {
      counterpartyName: name.toUpperCase(),
      counterpartyAccount: account,
      text: 'ZAHLUNG',
    })
    scribe.together('last_year', [line, entry])
    scribe.book(random.pick([6000, 8500, 2500, -11_900]), 362 + random.below(3), {
      counterpartyName: scribe.person().name,
      description: 'Under way at year end',
    })
  }
}

/** Lines that nobody booked and entries that never reached the bank, of the amounts that others have. */
function beUnbooked(scribe: Scribe): void {
  const { random } = scribe
  for (let at = 0; at < 60; at++) {
    const amount = random.pick([2500, 4000, 5000, 6000, 8500, 65_000, -5000, -11_900, -29_900, anyAmount(random, 300)])
    const day = bankDay(random.below(350))
    const { name, account } = scribe.person()
    if (at % 2 === 0)
      scribe.line(amount, day, {
        counterpartyName: name.toUpperCase(),
        counterpartyAccount: account,
        text: random.pick(['', 'DANKE', 'WIE BESPROCHEN']),
      })
    else scribe.book(amount, day, { counterpartyName: random.chance(0.6) ? name : null, description: 'Expected' })
  }
}
