import type { Cursor } from './delivery-queries.ts'

const widest = 16

/**
 * The deliveries of one account on their way. A lane narrows when its receiver fails and closes to one at a time when
 * it does not answer, so that a receiver that hangs cannot hold the places of all the others; it widens with success.
 */
export class Lane {
  readonly accountId: string
  onWire = 0
  /** How far the present claim went; `null` starts over. */
  cursor: Cursor | null = null
  /** Everything due was seen; until something is queued or written, looking again would find nothing. */
  isDrained = false
  #width = widest

  constructor(accountId: string) {
    this.accountId = accountId
  }

  get free(): number {
    return Math.max(0, this.#width - this.onWire)
  }

  learn(outcome: 'accepted' | 'failed' | 'timeout'): void {
    if (outcome === 'accepted') this.#width = Math.min(widest, this.#width * 2)
    else this.#width = outcome === 'timeout' ? 1 : Math.max(1, this.#width >> 1)
  }
}
