import { describe, expect, it } from 'vitest'
import { lookUp } from '../../../main/core/matching/names/lexicon.ts'
import { canBeWrittenAs } from '../../../main/core/matching/names/transliteration/match-letters.ts'
import { tableOf } from '../../../main/core/matching/names/transliteration/tables.ts'
import type { Script } from '../../../main/core/matching/names/types.ts'
import { isTypingError } from '../../../main/core/matching/names/typing-error.ts'
import { wordOf } from '../../../main/core/matching/names/word.ts'

const isSlip = (a: string, b: string): boolean => isTypingError(wordOf(a), wordOf(b))

describe('a typing error', () => {
  it.each([
    ['rodriguez', 'rodrigez'],
    ['camila', 'camlia'],
    ['alejandro', 'alejnadro'],
    ['fernandez', 'fernadez'],
    ['goicoechea', 'goycoechea'],
    ['larranaga', 'laranaga'],
    ['gomez', 'gmoez'],
    ['perez', 'perwz'],
    ['silva', 'silvva'],
    ['iturralde', 'itruralde'],
    // Of neither list, and only one has letters as names have them.
    ['yagmurlu', 'yagmrulu'],
  ])('is believed between %s and %s', (a, b) => {
    expect(isSlip(a, b)).toBe(true)
    expect(isSlip(b, a)).toBe(true)
  })

  it.each([
    ['juan', 'juana'],
    ['mario', 'maria'],
    ['medina', 'molina'],
    ['fernandez', 'hernandez'],
    ['suarez', 'juarez'],
    ['sol', 'sal'],
    ['elva', 'elba'],
    ['presidente', 'residente'],
    ['bentanco', 'bentancos'],
    ['azurmendi', 'azurmendy'],
    ['zavaleta', 'savaleta'],
    ['souza', 'sousa'],
    ['brizuela', 'brisuela'],
    ['whitaker', 'whittaker'],
    ['jankowski', 'janowski'],
    ['lindqvist', 'lindquist'],
    ['montalban', 'montalvan'],
    ['hartmann', 'hardtmann'],
    ['patterson', 'paterson'],
    ['rossetti', 'rosetti'],
    ['celia', 'cecilia'],
    ['sara', 'saara'],
  ])('is not believed between %s and %s', (a, b) => {
    expect(isSlip(a, b)).toBe(false)
    expect(isSlip(b, a)).toBe(false)
  })
})

describe('transliteration', () => {
  it.each([
    ['cyrillic', 'щербакова', ['shcherbakova', 'schtscherbakowa'], ['cherbakov', 'sherbakov']],
    ['cyrillic', 'дмитрий', ['dmitry', 'dmitri', 'dmitriy', 'dmitrij'], ['dmitro']],
    ['greek', 'γιωργοσ', ['giorgos', 'yorgos'], ['georgia']],
    ['arabic', 'محمد', ['mohammed', 'muhammad', 'mohamad'], ['mahmoud', 'ahmad']],
    ['arabic', 'حسن', ['hasan', 'hassan'], ['hussein', 'husseini']],
    ['hebrew', 'כהן', ['cohen', 'kohen'], ['cahana']],
    ['hebrew', 'דנה', ['dana'], ['dina']],
    ['kana', 'タロウ', ['taro', 'tarou'], ['tara']],
    ['kana', 'リョウコ', ['ryoko'], ['reiko']],
  ] as const)('of %s %s', (script: Script, native, written, other) => {
    const table = tableOf(script)
    expect(table).toBeDefined()
    if (!table) return
    for (const latin of written) expect(canBeWrittenAs(native, latin, table), latin).toBe(true)
    for (const latin of other) expect(canBeWrittenAs(native, latin, table), latin).toBe(false)
  })
})

describe('the lists', () => {
  it('weigh rare names above common ones, and business words least', () => {
    const weight = (word: string): number => lookUp(word)?.weight ?? Number.POSITIVE_INFINITY
    expect(weight('juan')).toBeLessThan(weight('perez'))
    expect(weight('perez')).toBeLessThan(weight('techera'))
    expect(weight('comercial')).toBeLessThan(weight('juan'))
    expect(weight('zubizarrieta')).toBe(Number.POSITIVE_INFINITY)
  })

  it('read a word that is also a name as that name', () => {
    expect(lookUp('flores')?.classes).toBe(lookUp('sosa')?.classes)
  })
})
