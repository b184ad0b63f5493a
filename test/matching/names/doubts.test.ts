import { describe, expect, it } from 'vitest'
import { decide } from '../../../main/core/matching/assignment/decide.ts'
import { acceptanceRange } from '../../../main/core/matching/assignment/limits.ts'
import { rateNames } from '../../../main/core/matching/names/compare.ts'
import { acceptance, ceilings, margin } from '../../../main/core/matching/names/limits.ts'
import { prepareName } from '../../../main/core/matching/names/prepare.ts'
import { movementsOf, requestsOf, type Situation } from './labelled-sets.ts'

const scoreOf = (expected: string, actual: string): number =>
  rateNames(prepareName(expected), prepareName(actual)).score

describe('words that one side has more', () => {
  it.each([
    ['another given name in front', 'Tomás Arrieta', 'GUNTHER TOMAS ARRIETA'],
    ['a surname in front', 'Walter Bidart', 'RAMALLO WALTER BIDART'],
    ['a whole name more', 'Pedro López', 'PEDRO LOPEZ ITURRALDE ZABALA GOYEN'],
    ['two surnames more', 'Ioana Ionescu', 'IOANA IONESCU-POPA BARBU'],
    ['three surnames in all', 'Juan Pérez Gómez', 'JUAN STURLESE PEREZ GOMEZ'],
    ['a second person behind the first', 'Otto Brandt', 'OTTO WEBER PETRA BRANDT'],
    ['half of a double surname', 'Kerstin Ahlers-Bohnsack', 'KERSTIN BOHNSACK'],
    ['a word of no list before the surname', 'Xilda Nabarrin', 'XILDA TORMEDA NABARRIN'],
    ['María, where that makes a woman of a man', 'José Pereira', 'MARIA JOSE PEREIRA'],
    ['the same of one holder of two', 'Juan Pérez', 'JUAN STURLESE PEREZ Y/O ANA GOMEZ'],
  ])('are left to a person: %s', (_what, expected, actual) => {
    expect(scoreOf(expected, actual)).toBeLessThan(acceptance)
    expect(scoreOf(actual, expected)).toBe(scoreOf(expected, actual))
  })

  it.each([
    ['a second given name', 'Ricardo Sanguinetti', 'RICARDO ADRIAN SANGUINETTI'],
    ['a second surname', 'Juan Pérez', 'JUAN PEREZ GOMEZ'],
    ['both', 'Juan Pérez', 'JUAN CARLOS PEREZ GOMEZ'],
    ['María in front', 'Laura Echenique', 'MARIA LAURA ECHENIQUE'],
    ['the first surname of a Brazilian', 'João Pereira', 'JOAO CARLOS DA SILVA PEREIRA'],
    ['the name of the father', 'Иван Лебедев', 'ИВАН ПЕТРОВИЧ ЛЕБЕДЕВ'],
    ['an English surname as middle name', 'John Harmon', 'JOHN FITZGERALD HARMON'],
    ['another holder', 'Hugo Renom', 'ELVIRA SCASSO Y/O HUGO RENOM'],
    ['town and country', 'Belén Irureta', 'BELEN IRURETA MONTEVIDEO UY'],
    ['what is paid for', 'Rosina Lamas', 'PAGO LUZ ROSINA LAMAS'],
  ])('are accounted for: %s', (_what, expected, actual) => {
    expect(scoreOf(expected, actual)).toBeGreaterThanOrEqual(acceptance)
  })

  it('keep a doubtful name a rival of another that says more', () => {
    expect(ceilings.doubtful).toBeGreaterThan(scoreOf('Juan Pérez', 'JUAN PEREZ GOMEZ') - margin)
    const situation: Situation = {
      category: 'doubts',
      note: 'the sender may be the one with a second surname or the one with a word more in front',
      orders: [
        { id: 'A', name: 'Tomás Arrieta Sosa' },
        { id: 'B', name: 'Gunther Tomás Arrieta' },
      ],
      movements: [{ id: 'a', sender: 'TOMAS ARRIETA' }],
      outcomes: { A: 'ambiguous', B: 'not_found' },
    }
    const decisions = decide({
      requests: requestsOf(situation),
      movements: movementsOf(situation),
      settings: { matchWithoutSender: false },
    })
    expect(decisions.map(({ outcome }) => outcome)).toEqual(['ambiguous', 'not_found'])
  })
})

describe('an account that accepts less than usual', () => {
  it('is still asked about a doubtful name and a slip', () => {
    for (const sender of ['GUNTHER TOMAS ARRIETA', 'TOMAS ARRIOTA']) {
      const situation: Situation = {
        category: 'doubts',
        note: sender,
        orders: [{ id: 'A', name: 'Tomás Arrieta' }],
        movements: [{ id: 'a', sender }],
        outcomes: { A: 'suggestion' },
      }
      const [decision] = decide({
        requests: requestsOf(situation),
        movements: movementsOf(situation),
        settings: { acceptance: acceptanceRange.least },
      })
      expect(decision).toMatchObject({ outcome: 'not_found', suggestions: [{ movementId: 'a' }] })
    }
  })
})

describe('a slip', () => {
  it('is not decided where another order is a letter apart as well', () => {
    const situation: Situation = {
      category: 'slips',
      note: 'the sender lies between two orders',
      orders: [
        { id: 'A', name: 'Valentina Schiaffino' },
        { id: 'B', name: 'Valentina Schiavino' },
      ],
      movements: [{ id: 'a', sender: 'VALENTINA SCHIAFINO' }],
      outcomes: { A: 'ambiguous', B: 'not_found' },
    }
    const decisions = decide({ requests: requestsOf(situation), movements: movementsOf(situation) })
    expect(decisions.every(({ outcome }) => outcome !== 'matched')).toBe(true)
    expect(scoreOf('Valentina Schiaffino', 'VALENTINA SCHIAFINO')).toBeGreaterThanOrEqual(acceptance)
  })
})

describe('names whose particle or last word decides', () => {
  it.each([
    ['Bruno De Marchi', 'BRUNO MARCHI'],
    ['Sara Di Marco', 'SARA MARCO'],
    ['Olegario Nieto Sena', 'OLEGARIO SENA NIETO'],
    ['Étienne Ludovic', 'ETIENNE LUDOVIC LAFONTAINE'],
  ])('%s is not %s', (expected, actual) => {
    expect(scoreOf(expected, actual)).toBeLessThan(acceptance)
  })

  it.each([
    ['Bruno De Marchi', 'DE MARCHI BRUNO'],
    ['Ramón de la Fuente', 'RAMON FUENTE'],
    ['Carlos Sena Nieto', 'CARLOS SENA NIETO'],
  ])('%s is %s', (expected, actual) => {
    expect(scoreOf(expected, actual)).toBeGreaterThanOrEqual(acceptance)
  })
})

describe('initials', () => {
  it.each([
    ['stand for no business', 'Verónica S. Garbarino', 'VERONICA GARBARINO SERVICIOS'],
    ['stand where the word stands', 'Verónica S. Garbarino', 'VERONICA GARBARINO SOSA'],
  ])('%s', (_what, expected, actual) => {
    expect(scoreOf(expected, actual)).toBeLessThan(acceptance)
  })

  it('may be turned round with the name', () => {
    expect(scoreOf('Verónica S. Garbarino', 'GARBARINO VERONICA SOFIA')).toBeGreaterThanOrEqual(acceptance)
  })
})

describe('a firm that bears the name of a person', () => {
  it.each(['EMILY CARTER SRL', 'ACH CREDIT EMILY CARTER SRL', 'EMILY CARTER LTD'])('is not her: %s', (actual) => {
    expect(scoreOf('Emily Carter', actual)).toBeLessThan(acceptance)
  })

  it('may be the cut of her second surname, where the form is short', () => {
    expect(scoreOf('Rosalía Sotomayor Sanz', 'ROSALIA SOTOMAYOR SA')).toBeGreaterThanOrEqual(acceptance)
  })
})

describe('damaged letters', () => {
  it('stand for letters that have an accent where the name is borne', () => {
    expect(scoreOf('Mar?a Ro?a', 'MARIA ROSA')).toBeLessThan(acceptance)
    expect(scoreOf('Nuria Pe?alver', 'NURIA PENALVER')).toBeGreaterThanOrEqual(acceptance)
  })
})
