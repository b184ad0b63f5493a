/** What became of a submitted login; `unread` until the bank looked at the password, which it may never do. */
export type SubmissionResult = 'unread' | 'form refused' | 'wrong' | 'locked' | 'right'

export interface Submission {
  readonly at: number
  /** As typed; blank when the request ended before it was read. */
  readonly user: string
  result: SubmissionResult
}

/** The bank's own counter of submitted logins: the proof of how often credentials were really sent. */
export interface Submissions {
  /** Counts one POST of the login form that reached the bank, before anything else happens to it. */
  count(user: string): Submission
  of(user: string): number
  /** Oldest first. */
  log(): readonly Submission[]
}

export function createSubmissions(now: () => number): Submissions {
  const log: Submission[] = []
  return {
    count(user) {
      const submission: Submission = { at: now(), user, result: 'unread' }
      log.push(submission)
      return submission
    },
    of: (user) => log.filter((each) => each.user === user).length,
    log: () => log,
  }
}
