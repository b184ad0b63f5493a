import { bankChanges, plain, slipOfTheHand } from './bank-changes.ts'
import { otherFirms, sameFirms } from './firms.ts'
import { moreOthers, morePayers, readMoreWords } from './more-payers.ts'
import { otherPeople } from './other-people.ts'
import { otherInLatin, writeInLatin } from './other-scripts.ts'
import { type Half, makePerson, readFirms, readLookalikes, readPeople } from './people.ts'
import { type Random, randomFrom } from './random.ts'

export interface GeneratedPair {
  readonly category: string
  readonly expected: string
  readonly actual: string
  readonly isSame: boolean
}

type Written = { expected: string; actual: string } | undefined

/** "RIGOBERTO WILLIAMS", by chance as long as a bank field, is just what is left of Rigoberto Williamson. */
const looksCut = ({ expected, actual }: { expected: string; actual: string }): boolean =>
  plain(expected).startsWith(actual) && [20, 27, 30, 32, 35].includes(actual.length)

/** Invented payers of 17 languages as banks write them, and others who are near them; the same for the same seed. */
export function makePairs(half: Half, seed: number, perCategory: number): GeneratedPair[] {
  const random = randomFrom(seed)
  const [people, lookalikes, firms] = [readPeople(half), readLookalikes(half), readFirms(half)]
  const anybody = (givenCount?: number) => makePerson(random, random.pick(people), givenCount)
  const pairs: GeneratedPair[] = []
  const add = (category: string, isSame: boolean, make: (random: Random) => Written): void => {
    for (let made = 0, tries = 0; made < perCategory && tries < perCategory * 30; tries++) {
      const pair = make(random)
      if (!pair || pair.expected === pair.actual || (!isSame && looksCut(pair))) continue
      pairs.push({ category, ...pair, isSame })
      made++
    }
  }
  for (const [category, change] of Object.entries(bankChanges)) add(category, true, () => change(random, anybody()))
  add('slip of the hand', true, () => slipOfTheHand(random, anybody()))
  for (const [category, write] of Object.entries(sameFirms))
    add(category, true, () => write(random, firms, random.pick(people)))
  for (let i = 0; i < perCategory * 3; i++) pairs.push({ ...writeInLatin(random, half), isSame: true })
  for (const [category, other] of Object.entries(otherPeople))
    add(category, false, () => other(random, anybody(), lookalikes))
  for (const [category, other] of Object.entries(otherFirms))
    add(category, false, () => other(random, firms, random.pick(people)))
  add('other letters, another person', false, () => otherInLatin(random, half))
  const words = readMoreWords(half)
  for (const [category, write] of Object.entries(morePayers)) add(category, true, () => write(random, words))
  for (const [category, other] of Object.entries(moreOthers)) add(category, false, () => other(random, words))
  return pairs
}
