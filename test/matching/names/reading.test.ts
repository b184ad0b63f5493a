import { describe, expect, it } from 'vitest'
import { prepareName } from '../../../main/core/matching/names/prepare.ts'
import { repairText } from '../../../main/core/matching/names/repair.ts'
import { roles } from '../../../main/core/matching/names/types.ts'

const wordsAs = (text: string, role: number): string[] => {
  const name = prepareName(text)
  return name.words.filter((_, i) => name.roles[i] === role).map((word) => word.text)
}
const content = (text: string): string[] => wordsAs(text, roles.content)

describe('the words of a name', () => {
  it.each([
    ['TRANSF DE JUAN PEREZ CI 1.234.567-8', ['juan', 'perez']],
    ['PIX RECEBIDO RAFAEL NUNES CPF 123.456.789-09', ['rafael', 'nunes']],
    ['BONIFICO A VS FAVORE ORD: ELENA BASSI', ['elena', 'bassi']],
    ['TRF.INMEDIATA BOTTERO MONICA', ['bottero', 'monica']],
    ['HARBOUR FABRICS LTD LONDON', ['harbour', 'fabrics']],
    ['Herr Dipl.-Ing. Wolfgang Brandtner', ['wolfgang', 'brandtner']],
    ['Don Johnson', ['don', 'johnson']],
    ['Le Van Minh', ['le', 'van', 'minh']],
    ['Pieter van der Meulen', ['pieter', 'meulen']],
    ['El Al', ['el', 'al']],
    ['株式会社山田製作所', ['山田製作所']],
    ['Ｊｕａｎ　Ｐéｒｅｚ', ['juan', 'perez']],
  ])('of %s', (text, words) => {
    expect(content(text)).toEqual(words)
  })

  it('hold a number that belongs to the name, and none of the bank', () => {
    expect(wordsAs('ESCUELA NRO 12 REF 00451236 12/05/2026', roles.number)).toEqual(['12'])
  })

  it.each(['', '   ', '--', 'J. P.', 'S.A.', '000123456', 'CREDITO INMEDIATO', 'J??? P????', '李'])(
    'are too few to compare in "%s"',
    (text) => {
      expect(prepareName(text).isUsable).toBe(false)
    },
  )

  it('are keyed alike in any order, case and punctuation', () => {
    expect(prepareName('Pérez, Juan').key).toBe(prepareName('TRANSF DE JUAN PEREZ').key)
  })
})

describe('a cut', () => {
  it.each([
    ['MARIA FERNANDA RODRI', 'inside'],
    ['LUCIA INES BENTANCOR          ', 'inside'],
    ['INVERSIONES QUEBRADA HONDA', 'between'],
    ['TRANSF DE JUAN CARLOS BENTANCO', 'inside'],
    ['JUAN PEREZ', 'no'],
  ])('of "%s" is %s', (text, cut) => {
    expect(prepareName(text).cut).toBe(cut)
  })
})

describe('damaged letters', () => {
  it.each([
    ['Juan PÃ©rez', 'Juan Pérez'],
    ['JUAN PÃ‰REZ', 'JUAN PÉREZ'],
    ['juan pã©rez', 'juan pérez'],
    ['Juan PÃƒÂ©rez', 'Juan Pérez'],
    ['Ð¡ÐµÑ€Ð³ÐµÐ¹', 'Сергей'],
    ['Bego¤a Mu¤oz', 'Begoña Muñoz'],
    ['MARÖA Né¥EZ', 'MARÍA NÚÑEZ'],
    ['Weaver &amp; Sons', 'Weaver & Sons'],
    ['Mu&ntilde;oz', 'Muñoz'],
    ['P?REZ', 'P\ufffdREZ'],
    ['São João “Café” Müller', 'São João “Café” Müller'],
    ["O'Neil & Söhne", "O'Neil & Söhne"],
  ])('%s are read as %s', (damaged, whole) => {
    expect(repairText(damaged)).toBe(whole)
  })
})
