import { defaultProfile, type Profile } from '../../../main/core/ledger/engine/types.ts'
import { decimalOf, minorOf } from '../reconciliation/amounts.ts'

export const windows = ['days', 'daysWithReference', 'daysCheque'] as const
export const sums = ['toleranceAbsolute', 'toleranceCap', 'shortPaymentCap'] as const
/** Plain numbers with their bounds. */
export const numbers = {
  tolerancePerMille: [0, 1000],
  shortPaymentPerMille: [0, 1000],
  foreignPerMille: [0, 1000],
  groupWithReference: [1, 1000],
  groupAmountOnly: [1, 12],
  storeFrom: [1, 100],
} as const
type Window = (typeof windows)[number]
type SumName = (typeof sums)[number]
type NumberName = keyof typeof numbers

export interface ProfileValues {
  readonly windows: Readonly<Record<Window, readonly [number, number]>>
  /** As typed. */
  readonly sums: Readonly<Record<SumName, string>>
  readonly numbers: Readonly<Record<NumberName, number>>
  readonly carryForward: boolean
}

const named = <Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>

/** The profile of a ledger in its form. */
export function profileValues(changes: Readonly<Record<string, unknown>>, precision: number): ProfileValues {
  const profile = { ...defaultProfile, ...changes } as Profile
  return {
    windows: named(windows, (name) => profile[name]),
    sums: named(sums, (name) => decimalOf({ amount: String(profile[name]), precision })),
    numbers: named(Object.keys(numbers) as NumberName[], (name) => profile[name]),
    carryForward: profile.carryForward,
  }
}

/** Only what differs from the usual; what the form does not show is kept. Null while an amount cannot be read. */
export function changedProfile(
  values: ProfileValues,
  precision: number,
  kept: Readonly<Record<string, unknown>>,
): Record<string, unknown> | null {
  const amounts = named(sums, (name) => minorOf(values.sums[name], precision))
  if (Object.values(amounts).some((amount) => amount === null || amount.startsWith('-'))) return null
  if (Object.values(values.windows).some(([from, to]) => from > to)) return null
  const wanted: Record<string, unknown> = {
    ...values.windows,
    ...named(sums, (name) => Number(amounts[name])),
    ...values.numbers,
    carryForward: values.carryForward,
  }
  const usual: Readonly<Record<string, unknown>> = { ...defaultProfile }
  const unseen = Object.entries(kept).filter(([name]) => !Object.hasOwn(wanted, name))
  const changed = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(usual[name]),
  )
  return Object.fromEntries([...unseen, ...changed])
}
