import { bankDay, firstOf, monthNames, months, type Party, printed, type Scribe } from './scribe.ts'

const rents = [65_000, 72_000, 85_000, 98_000, 125_000]

interface Tenancy {
  readonly party: Party
  readonly flat: string
  readonly rent: number
  readonly contract: string
  /** How this tenant pays: what the bank prints is the same every month. */
  readonly habit: 'name' | 'contract' | 'relative' | 'account' | 'two_entries' | 'standing_id'
  readonly printedName: string
  readonly dayOfMonth: number
  readonly from: number
  readonly to: number
}

/** Flats with equal rents, several tenants to a flat, relatives who pay, arrears, deposits, and an office that pays for many. */
export function letFlats(scribe: Scribe, flats: number): void {
  const tenancies = Array.from({ length: flats }, (_, index) =>
    tenanciesOf(scribe, `${1 + (index % 9)}${'ABCD'[index % 4]}-${10 + index}`),
  ).flat()
  for (const tenancy of tenancies) {
    moveIn(scribe, tenancy)
    payRents(scribe, tenancy)
  }
  payForMany(scribe, Math.max(3, Math.round(flats / 10)))
}

function tenanciesOf(scribe: Scribe, flat: string): Tenancy[] {
  const { random } = scribe
  const rent = random.pick(rents)
  const make = (share: number, from: number, to: number, like?: Party): Tenancy => {
    const other = scribe.person()
    // Brothers and sisters share a flat and a surname.
    const party = like ? { ...other, name: `${other.name.split(' ')[0]} ${like.name.split(' ').at(-1)}` } : other
    return {
      party,
      flat,
      rent: share,
      contract: scribe.number('MV'),
      habit: random.pick(['name', 'name', 'contract', 'relative', 'account', 'two_entries', 'standing_id'] as const),
      printedName: printed(party.name, random),
      dayOfMonth: random.below(4),
      from,
      to,
    }
  }
  if (random.chance(0.25)) {
    const people = 2 + random.below(2)
    const first = make(Math.round(rent / people), 0, 11)
    return [
      first,
      ...Array.from({ length: people - 1 }, () =>
        make(first.rent, 0, 11, random.chance(0.3) ? first.party : undefined),
      ),
    ]
  }
  if (random.chance(0.2)) {
    const change = 3 + random.below(6)
    return [make(rent, 0, change - 1), make(rent, change, 11)]
  }
  return [make(rent, 0, 11)]
}

function moveIn(scribe: Scribe, { party, rent, from, to, flat, printedName }: Tenancy): void {
  const { random } = scribe
  if (from > 0) {
    const day = bankDay(firstOf(from) - random.below(5))
    const deposit = scribe.book(2 * rent, day, { counterpartyName: party.name, description: `Deposit flat ${flat}` })
    const line = scribe.line(2 * rent, bankDay(day + random.below(3)), {
      counterpartyName: printedName,
      counterpartyAccount: party.account,
      text: `KAUTION WHG ${flat}`,
    })
    scribe.together('deposit', [line, deposit])
  }
  if (to === 11) return
  const kept = random.chance(0.5) ? 0 : 5000 + random.below(30) * 1000
  const day = bankDay(firstOf(to + 1) + 12)
  const back = scribe.book(-(2 * rent - kept), day, {
    counterpartyName: party.name,
    counterpartyAccount: party.account,
    description: `Deposit back, flat ${flat}`,
  })
  const line = scribe.line(-(2 * rent - kept), bankDay(day + random.below(2)), {
    counterpartyName: party.name.toUpperCase(),
    counterpartyAccount: party.account,
    text: `RUECKZAHLUNG KAUTION ${flat}`,
  })
  scribe.together('deposit_back', [line, back])
}

function payRents(scribe: Scribe, tenancy: Tenancy): void {
  const { random } = scribe
  const { party, from, to, rent, contract, habit, flat } = tenancy
  let missed: { entry: string; month: number } | null = null
  for (const month of months) {
    if (month < from || month > to) continue
    const day = firstOf(month)
    const facts = {
      counterpartyName: party.name,
      counterpartyAccount: habit === 'account' ? party.account : null,
      externalDocumentNo: habit === 'contract' ? contract : null,
      references: habit === 'standing_id' ? [{ kind: 'end_to_end', value: `SO-${contract}` }] : [],
    }
    if (habit === 'two_entries') {
      const extra = 8000 + 500 * (Number(contract.slice(-2)) % 12)
      const parts = [
        scribe.book(rent, day, { ...facts, description: `Rent ${monthNames[month]} flat ${flat}` }),
        scribe.book(extra, day, { ...facts, description: `Heating in advance ${monthNames[month]} flat ${flat}` }),
      ]
      scribe.together('rent_and_heating', [payment(scribe, tenancy, rent + extra, month), ...parts])
      continue
    }
    const entry = scribe.book(rent, day, { ...facts, description: `Rent ${monthNames[month]} flat ${flat}` })
    if (missed) {
      scribe.together('two_rents', [
        payment(scribe, tenancy, 2 * rent, month, `${monthNames[missed.month]} + ${monthNames[month]}`),
        missed.entry,
        entry,
      ])
      missed = null
      continue
    }
    const luck = random.next()
    if (luck < 0.015 && month < to) missed = { entry, month }
    else if (luck < 0.03) continue
    else if (luck < 0.05) {
      const half = Math.round(rent / 2)
      const lines = [
        payment(scribe, tenancy, half, month, 'PART 1'),
        payment(scribe, tenancy, rent - half, month, 'PART 2', 4 + random.below(3)),
      ]
      scribe.together('rent_in_halves', [...lines, entry])
    } else if (luck < 0.08) {
      scribe.together('rent_late', [
        payment(scribe, tenancy, rent, month, `RENT ${monthNames[month]} SORRY LATE`, 16 + random.below(10)),
        entry,
      ])
    } else scribe.together(`rent_${habit}`, [payment(scribe, tenancy, rent, month), entry])
  }
}

function payment(scribe: Scribe, tenancy: Tenancy, amount: number, month: number, words?: string, late = 0): string {
  const { random } = scribe
  const { party, habit, contract, flat, dayOfMonth, printedName } = tenancy
  const said =
    words ??
    random.pick([`MIETE ${monthNames[month]} ${flat}`, `MIETE WHG ${flat}`, 'MIETE', `RENT ${monthNames[month]} 2025`])
  const relative = habit === 'relative'
  return scribe.line(amount, bankDay(firstOf(month) + dayOfMonth + random.below(2) + late), {
    counterpartyName: relative
      ? `${party.name.split(' ').at(-1)?.toUpperCase()} ${'AEMT'[Number(contract.slice(-1)) % 4]}`
      : printedName,
    counterpartyAccount: random.chance(0.7) ? party.account : null,
    endToEndId: habit === 'standing_id' ? `SO-${contract}` : random.chance(0.3) ? 'NOTPROVIDED' : null,
    text:
      habit === 'contract'
        ? `${said} VERTRAG ${contract}`
        : relative
          ? `${said} FUER ${party.name.toUpperCase()}`
          : said,
    bankCode: 'PMNT-RCDT-ESCT',
  })
}

/** A welfare office pays for several tenants: some months in one line with their contracts, else a line for each. */
function payForMany(scribe: Scribe, people: number): void {
  const { random } = scribe
  const office = { counterpartyName: 'SOZIALAMT STADTKASSE', counterpartyAccount: scribe.account() }
  const tenants = Array.from({ length: people }, () => ({
    ...scribe.person(),
    contract: scribe.number('MV'),
    rent: random.pick(rents),
  }))
  for (const month of months) {
    const day = bankDay(firstOf(month) - 1)
    const entries = tenants.map(({ name, contract, rent }) =>
      scribe.book(rent, firstOf(month), {
        counterpartyName: name,
        documentNo: `${contract}/${month + 1}`,
        description: `Rent paid by the city, ${name}`,
      }),
    )
    const list = tenants.map(({ contract }) => `${contract}/${month + 1}`)
    if (month % 2 === 0) {
      const total = tenants.reduce((sum, { rent }) => sum + rent, 0)
      scribe.together('office_list', [
        scribe.line(total, day, { ...office, text: `MIETEN ${list.join(' ')}` }),
        ...entries,
      ])
    } else {
      tenants.forEach(({ name, rent }, at) => {
        const line = scribe.line(rent, day, { ...office, text: `MIETE FUER ${name.toUpperCase()} AZ ${4000 + at}` })
        scribe.together('office_single', [line, entries[at] as string])
      })
    }
  }
}
