/** How many rows wait since a day: days since 1970, UTC. */
export interface DayCount {
  readonly day: number
  readonly count: number
}

/** Rows of one kind that wait for a person, as a list over all accounts of a user takes them. */
export interface WaitingSource<Row> {
  days(userId: string): DayCount[]
  /** Those that wait since an instant of `from` up to before `to`, ms UTC: by day, within a day the dearest first. */
  between(userId: string, from: number, to: number, limit: number): Row[]
  /** `null` when it is not the user's, or nobody is needed any more. */
  one(userId: string, id: string): Row | null
}
