export type JobKind = 'scrape' | 'poll' | 'evaluate'

/** A claimed row. `attempt` is 1 at the first run. */
export interface Job {
  readonly id: string
  readonly kind: JobKind
  readonly accountId: string
  readonly subjectId: string
  readonly attempt: number
}

export type JobOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'retry'; readonly reason: string; readonly delayMs: number }
  | { readonly kind: 'give-up'; readonly reason: string }

export interface JobHandler {
  /** Asked before each claim, since it may be a setting. */
  readonly concurrency: () => number
  /** A run that outlives its lease is taken for dead and claimed again. */
  readonly leaseMs: number
  run(job: Job, signal: AbortSignal): Promise<JobOutcome>
}

export interface Jobs {
  /** Adds work, or returns the id of the same work (kind, account, subject) that is already waiting or running. */
  add(kind: JobKind, accountId: string, options?: { subjectId?: string; dueAt?: number }): string
  register(kind: JobKind, handler: JobHandler): void
  start(): void
  stop(): Promise<void>
}
