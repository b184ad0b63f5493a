import { isIso11649, isLuhn, isSwiss } from '../../../matching/check-digits.ts'

/** Structured payment references by their check digits (6.4). `value` has no separators and is in upper case. */
export type Scheme =
  | 'iso-11649'
  | 'swiss'
  | 'belgian'
  | 'finnish'
  | 'kid'
  | 'ocr'
  | 'danish'
  | 'dutch'
  | 'slovenian'
  | 'croatian'
  | 'portuguese'

/** Names that statements and books give a scheme, without separators and in lower case. */
const names: Readonly<Record<string, Scheme>> = {
  scor: 'iso-11649',
  rf: 'iso-11649',
  iso11649: 'iso-11649',
  creditorreference: 'iso-11649',
  qrr: 'swiss',
  esr: 'swiss',
  isr: 'swiss',
  swiss: 'swiss',
  bba: 'belgian',
  ogm: 'belgian',
  vcs: 'belgian',
  belgian: 'belgian',
  fi: 'finnish',
  ee: 'finnish',
  viite: 'finnish',
  viitenumero: 'finnish',
  finnish: 'finnish',
  estonian: 'finnish',
  kid: 'kid',
  no: 'kid',
  ocr: 'ocr',
  se: 'ocr',
  fik: 'danish',
  dk: 'danish',
  danish: 'danish',
  nl: 'dutch',
  dutch: 'dutch',
  betalingskenmerk: 'dutch',
  si: 'slovenian',
  slovenian: 'slovenian',
  hr: 'croatian',
  croatian: 'croatian',
  pt: 'portuguese',
  multibanco: 'portuguese',
}

export const schemeNamed = (name: string): Scheme | undefined => names[name.toLowerCase().replace(/[^a-z0-9]/g, '')]

/** Schemes whose form is so particular that a valid check alone says what the text is. */
export function schemeByForm(value: string): Scheme | undefined {
  if (/^RF\d\d[A-Z0-9]{1,21}$/.test(value)) return isIso11649(value) ? 'iso-11649' : undefined
  if (/^0+$/.test(value)) return undefined
  if (/^\d{27}$/.test(value)) return isSwiss(value) ? 'swiss' : undefined
  if (/^\d{12}$/.test(value)) return isBelgian(value) ? 'belgian' : undefined
  return undefined
}

/**
 * Whether the check digits hold; undefined where the scheme (or its model) has none. `amount`: minor units, for the
 * Portuguese check that includes it. `parts`: the reference as written, since models check its parts.
 */
export function hasValidCheck(scheme: Scheme, value: string, amount: number, written = value): boolean | undefined {
  switch (scheme) {
    case 'iso-11649':
      return /^RF\d\d[A-Z0-9]{1,21}$/.test(value) && isIso11649(value)
    case 'swiss':
      return /^(?:\d{27}|\d{16})$/.test(value) && isSwiss(value)
    case 'belgian':
      return isBelgian(value)
    case 'finnish':
      return isFinnish(value)
    case 'kid':
      return /^\d{2,25}$/.test(value) && (isLuhn(value) || isMod11(value))
    case 'ocr':
      return /^\d{2,25}$/.test(value) && isLuhn(value)
    case 'danish':
      return /^\d{15,16}$/.test(value) && isLuhn(value)
    case 'dutch':
      return isDutch(value)
    case 'slovenian':
    case 'croatian':
      return isModel(written)
    case 'portuguese':
      return isPortuguese(value, amount)
  }
}

function isBelgian(value: string): boolean {
  if (!/^\d{12}$/.test(value)) return false
  const rest = Number(value.slice(0, 10)) % 97
  return Number(value.slice(10)) === (rest === 0 ? 97 : rest)
}

const finnishWeights = [7, 3, 1]

function isFinnish(value: string): boolean {
  if (!/^\d{2,20}$/.test(value)) return false
  const sum = weighted(value.slice(0, -1), (place) => finnishWeights[place % 3] as number)
  return (10 - (sum % 10)) % 10 === Number(value.at(-1))
}

/** Modulus 11 with weights 2 to 7 from the right; a check of ten is written as a hyphen, which never gets here. */
const isMod11 = (value: string): boolean =>
  (weighted(value.slice(0, -1), (place) => 2 + (place % 6)) + Number(value.at(-1))) % 11 === 0

const dutchWeights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1]

/** The first of sixteen digits checks the others; ten becomes one, eleven nought. */
function isDutch(value: string): boolean {
  if (!/^\d{16}$/.test(value)) return false
  const check = 11 - (weighted(value.slice(1), (place) => dutchWeights[place % 10] as number) % 11)
  return Number(value[0]) === (check === 10 ? 1 : check === 11 ? 0 : check)
}

/** Which parts carry a check digit, by model; parts in one list are checked as one number. */
const models: Readonly<Record<string, readonly (readonly number[])[]>> = {
  '01': [[0, 1, 2]],
  '02': [[1], [2]],
  '03': [[0], [1], [2]],
  '04': [[0], [2]],
  '05': [[0]],
  '06': [[1, 2]],
  '07': [[1]],
  '08': [[0, 1], [2]],
  '12': [[0]],
}

/** "SI12 1234567890123", "HR01 7336-68949637625-00001". */
function isModel(written: string): boolean | undefined {
  const found = /^(?:SI|HR)\s*(\d\d)\s*(\d[\d-]*)$/.exec(written.trim().toUpperCase())
  const checked = found && models[found[1] as string]
  if (!checked) return undefined
  const parts = (found[2] as string).split('-')
  return checked.every((list) => {
    const digits = list.map((part) => parts[part] ?? '').join('')
    if (digits === '') return true
    const sum = weighted(digits.slice(0, -1), (place) => place + 2)
    const check = 11 - (sum % 11)
    return Number(digits.at(-1)) === (check > 9 ? 0 : check)
  })
}

/** Nine digits behind an entity of five, over which, with the amount, the last two are computed (modulus 97). */
function isPortuguese(value: string, amount: number): boolean | undefined {
  if (!/^\d{14}$/.test(value)) return undefined
  const key = value.slice(0, 12) + String(Math.abs(amount)).padStart(8, '0')
  let [sum, weight] = [0, 3]
  for (let place = key.length - 1; place >= 0; place--) {
    sum += Number(key[place]) * weight
    weight = (weight * 10) % 97
  }
  return Number(value.slice(12)) === 98 - (sum % 97)
}

/** Sum of digits, each times the weight of its place counted from the right. */
function weighted(digits: string, weight: (place: number) => number): number {
  let sum = 0
  for (let place = 0; place < digits.length; place++) sum += Number(digits[digits.length - 1 - place]) * weight(place)
  return sum
}
