import { describe, expect, it } from 'vitest'
import { compareNames, rateNames } from '../../../main/core/matching/names/compare.ts'
import { acceptance } from '../../../main/core/matching/names/limits.ts'
import { prepareName } from '../../../main/core/matching/names/prepare.ts'
import type { NameKnowledge } from '../../../main/core/matching/names/types.ts'

const compare = (expected: string, actual: string, knowledge?: NameKnowledge) =>
  compareNames(prepareName(expected), prepareName(actual), knowledge)
const isAccepted = (expected: string, actual: string, knowledge?: NameKnowledge): boolean =>
  compare(expected, actual, knowledge).score >= acceptance

describe('the worked examples of spec 3.6', () => {
  it.each([
    ['JUAN PEREZ', 'same'],
    ['Perez, Juan', 'same'],
    ['Juan Pérez Gómez', 'likely'],
  ])('accepts %s for Juan Pérez', (actual, level) => {
    expect(compare('Juan Pérez', actual)).toMatchObject({ level })
    expect(isAccepted('Juan Pérez', actual)).toBe(true)
  })

  it.each(['Maria Lopez', 'Juan Gomez', 'J. P.', '', 'Juan', 'Pérez'])(
    'does not accept "%s" for Juan Pérez',
    (actual) => {
      expect(isAccepted('Juan Pérez', actual)).toBe(false)
    },
  )
})

describe('levels', () => {
  it.each([
    ['Juan Pérez', 'JUANA PEREZ', 'different'],
    ['Juan Pérez Gómez', 'JUAN PEREZ LOPEZ', 'different'],
    ['Robert Harmon Sr.', 'ROBERT HARMON JR', 'different'],
    ['Escuela 12', 'ESCUELA 15', 'different'],
    ['Robert Harmon', 'ROBERT HARMON JR', 'weak'],
    ['Juan Pérez', 'J PEREZ', 'weak'],
    ['José María López', 'MARIA JOSE LOPEZ', 'weak'],
    ['Juan Pérez', 'X', 'unknown'],
    ['Juan Pérez', '000123456789', 'unknown'],
    ['王伟明', 'WANG WEIMING', 'unknown'],
  ])('%s and %s are %s', (expected, actual, level) => {
    expect(compare(expected, actual).level).toBe(level)
  })

  it('puts an equal name above one with more words, by more than the margin', () => {
    expect(compare('Ana Ruiz', 'ANA RUIZ').score - compare('Ana Ruiz', 'ANA RUIZ GOMEZ').score).toBeGreaterThan(0.1)
  })

  it('prefers the same legal form without asking for it', () => {
    expect(isAccepted('Smith Trading LLC', 'SMITH TRADING INC')).toBe(true)
    expect(compare('Smith Trading LLC', 'SMITH TRADING INC').score).toBeLessThan(
      compare('Smith Trading', 'SMITH TRADING INC').score,
    )
  })
})

describe('reasons', () => {
  it.each([
    ['María Pérez', 'MARIA PEREZ', { kind: 'agrees', expected: 'María', actual: 'MARIA' }],
    ['Gonzalo Fernández', 'GONZALO FERNADEZ', { kind: 'typo', expected: 'Fernández', actual: 'FERNADEZ' }],
    ['Juan C. Pérez', 'JUAN CARLOS PEREZ', { kind: 'initial', expected: 'C', actual: 'CARLOS' }],
    ['María López Ríos', 'MA LOPEZ RIOS', { kind: 'abbreviated', expected: 'María', actual: 'MA' }],
    ['Juan Pérez', 'JUANPEREZ', { kind: 'joined', expected: 'Juan Pérez', actual: 'JUANPEREZ' }],
    ['Inés Núñez', 'IN?S N??EZ', { kind: 'damaged', expected: 'Inés', actual: 'IN\ufffdS' }],
    ['Сергей Иванов', 'SERGEY IVANOV', { kind: 'transliterated', expected: 'Иванов', actual: 'IVANOV' }],
    ['Juan Carlos Bentancor Sosa', 'JUAN CARLOS BENTANCO', { kind: 'cut', expected: 'Bentancor', actual: 'BENTANCO' }],
    ['Juan Pérez', 'JUAN PEREZ GOMEZ', { kind: 'extra', actual: 'GOMEZ' }],
    ['Juan Pérez Gómez', 'JUAN PEREZ', { kind: 'missing', expected: 'Gómez' }],
    ['Juan Pérez', 'JUAN GOMEZ', { kind: 'contradicts', expected: 'Pérez', actual: 'GOMEZ' }],
    ['Juan Pérez', 'TRANSF DE JUAN PEREZ', { kind: 'noise', actual: 'TRANSF DE' }],
    ['Aurora Lanas S.A.', 'AURORA LANAS SRL', { kind: 'legal-form', expected: 'SA', actual: 'SRL' }],
    ['Dr. Juan Pérez', 'JUAN PEREZ', { kind: 'title', expected: 'Dr' }],
  ])('of %s and %s', (expected, actual, reason) => {
    expect(compare(expected, actual).evidence).toContainEqual(reason)
  })

  it('survive being written as JSON', () => {
    const written = JSON.parse(JSON.stringify(compare('Juan Pérez', 'JUAN PEREZ')))
    expect(written).toMatchObject({ level: 'same', evidence: [{ kind: 'agrees' }, { kind: 'agrees' }] })
  })
})

describe('what the account has seen', () => {
  const everyone: NameKnowledge = { frequency: (word) => (word === 'ximena' || word === 'bentancor' ? 0.6 : 0) }

  it('makes a word that most payers carry worth as little as a business word', () => {
    expect(isAccepted('Ximena Bentancor', 'XIMENA BENTANCOR BRAXI')).toBe(true)
    expect(isAccepted('Ximena Bentancor', 'XIMENA BENTANCOR BRAXI', everyone)).toBe(false)
  })

  it('does not change whole names', () => {
    expect(isAccepted('Ximena Bentancor', 'XIMENA BENTANCOR', everyone)).toBe(true)
  })
})

describe('rateNames', () => {
  it('gives what compareNames gives, without the reasons', () => {
    const [e, a] = [prepareName('Juan Pérez'), prepareName('JUAN PEREZ GOMEZ')]
    const { level, score } = compareNames(e, a)
    expect(rateNames(e, a)).toMatchObject({ level, score })
  })
})
