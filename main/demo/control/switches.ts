/** One setting of a practice bank, readable and settable as text. */
export interface Switch {
  readonly name: string
  readonly label: string
  /** Offered texts; absent: any text is typed in. */
  readonly choices?: readonly string[]
  readonly read: () => string
  /** Returns what is wrong with the text, or `null` when it was set. */
  readonly set: (text: string) => string | null
}

type KeysOf<Target, Value> = { [Key in keyof Target]: Target[Key] extends Value ? Key : never }[keyof Target] & string

/** Setting a property through a key of its type is beyond what the compiler follows. */
const assign = (target: object, key: string, value: unknown) => void Object.assign(target, { [key]: value })

export const flag = <Target extends object>(target: Target, key: KeysOf<Target, boolean>, label: string): Switch => ({
  name: key,
  label,
  choices: ['off', 'on'],
  read: () => (target[key] ? 'on' : 'off'),
  set(text) {
    if (text !== 'on' && text !== 'off') return `${key} is "on" or "off"`
    assign(target, key, text === 'on')
    return null
  },
})

export const choice = <Target extends object>(
  target: Target,
  key: KeysOf<Target, string>,
  label: string,
  choices: readonly Target[KeysOf<Target, string>][] & readonly string[],
): Switch => ({
  name: key,
  label,
  choices,
  read: () => String(target[key]),
  set(text) {
    if (!choices.includes(text as never)) return `${key} is one of ${choices.join(', ')}`
    assign(target, key, text)
    return null
  },
})

/** A whole number; `unit` is how many of the property's units one of the page's has, e.g. 1000 for ms shown as seconds. */
export const count = <Target extends object>(
  target: Target,
  key: KeysOf<Target, number>,
  label: string,
  unit = 1,
): Switch => ({
  name: key,
  label,
  read: () => String(Number(target[key]) / unit),
  set(text) {
    const value = Number(text)
    if (text.trim() === '' || !Number.isFinite(value) || value < 0) return `${key} is a number from 0`
    assign(target, key, Math.round(value * unit))
    return null
  },
})

/** An http or https address; blank for none. */
export const address = <Target extends object>(
  target: Target,
  key: KeysOf<Target, string | null>,
  label: string,
): Switch => ({
  name: key,
  label,
  read: () => String(target[key] ?? ''),
  set(text) {
    const wanted = text.trim()
    if (wanted !== '' && !/^https?:\/\/[^\s]+$/.test(wanted)) return `${key} is an http or https address, or blank`
    assign(target, key, wanted === '' ? null : wanted)
    return null
  },
})
