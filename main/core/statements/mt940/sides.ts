import { bare, mended, type Wrapped } from './wrapped.ts'

interface Side {
  name: string
  account: string
  bank: string
}

const nobody = (): Side => ({ name: '', account: '', bank: '' })

/** Who is named in a :86:, apart by /ORDP/ (who pays) and /BENM/ (who is paid) where the bank names both. */
export class Sides {
  private readonly all = { ORDP: nobody(), BENM: nobody(), none: nobody() }
  private current = this.all.none

  turnTo(word: string): void {
    this.current = word === 'ORDP' || word === 'BENM' ? this.all[word] : this.all.none
  }

  /** The first value of each kind counts. */
  add({ name = '', account = '', bank = '' }: Partial<Side>): void {
    this.current.name ||= name
    this.current.account ||= account
    this.current.bank ||= bank
  }

  /** The side that is not the account's own: who pays a credit, who is paid by a debit. */
  other(isCredit: boolean): Side {
    const { ORDP, BENM, none } = this.all
    if (ORDP.name !== '' && BENM.name !== '') return isCredit ? ORDP : BENM
    const sides = [none, ORDP, BENM]
    const first = (kind: keyof Side) => sides.map((side) => side[kind]).find((value) => value !== '') ?? ''
    return { name: first('name'), account: first('account'), bank: first('bank') }
  }
}

const accountForm = /^[A-Z]{0,2}\d[A-Z\d]{7,33}$/

/**
 * What stands behind /ORDP/ or /BENM/: an account on a line of its own, the name, and from `restFrom` what is paid for,
 * which some banks write under the name without a tag. `hasText` where a tag names the text: then all is the name.
 */
export function readParty(text: Wrapped, from: number, to: number, hasText: boolean) {
  const ends = text.cuts
    .filter((cut) => cut.at > from && cut.at < to && (!cut.isFull || text.joined[cut.at] === '/'))
    .map((cut) => cut.at)
  const first = bare(mended(text, from, ends[0] ?? to))
  const account = accountForm.test(first) ? first : ''
  const nameFrom = account === '' ? from : (ends.shift() ?? to)
  const restFrom = hasText ? to : (ends[0] ?? to)
  return { account, name: bare(mended(text, nameFrom, restFrom)), restFrom }
}

/** Where a value that is one line, and holds no slash, stops. */
export function lineEnd(text: Wrapped, from: number, to: number): number {
  const slash = text.joined.indexOf('/', from)
  const cut = text.cuts.find(({ at, isFull }) => at > from && !isFull)?.at ?? to
  return Math.min(to, cut, slash < 0 ? to : slash)
}
