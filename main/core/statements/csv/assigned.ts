import type { ColumnProfile } from './profile-columns.ts'
import type { ColumnRole } from './roles.ts'

/** Role by column index, and whether the columns had to be guessed from their content. */
export interface Assignment {
  readonly roles: Map<number, ColumnRole>
  readonly isGuessed: boolean
  /** Another column could hold the amounts, or their signs are not seen. */
  readonly isAmountUnsure: boolean
}

/** What part of the filled cells of a column is counted. */
export const share = (count: number, profile: ColumnProfile): number =>
  profile.filled === 0 ? 0 : count / profile.filled

export const isText = (profile: ColumnProfile | undefined): boolean =>
  profile !== undefined &&
  share(profile.letters, profile) > 0.5 &&
  share(profile.dates, profile) < 0.5 &&
  share(profile.numbers, profile) < 0.5

export const columnOf = (roles: ReadonlyMap<number, ColumnRole>, role: ColumnRole): number =>
  [...roles].find(([, own]) => own === role)?.[0] ?? -1
