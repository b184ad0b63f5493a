import { setTimeout as wait } from 'node:timers/promises'
import type { Control } from '../bank-window/control.ts'
import type { LoginResult } from '../browser/types.ts'
import { second } from '../time.ts'

/** The way in that a person may open: the code that the script asks for, entered in the bank's own page. */
export interface Entrance {
  /** Runs the script's login. It is done as well when a person has opened the bank while the script asked for a code. */
  logIn(run: () => Promise<unknown>): Promise<void>
  /** Asks for a code. The signal ends the question when the session ends, or when the bank is open without an answer. */
  ask(question: (signal: AbortSignal) => Promise<string>): Promise<string>
}

export interface EntranceDeps {
  readonly control: Pick<Control, 'acting' | 'onChange'>
  /** What the page means by the outcomes of the bank's folder. */
  readonly outcome: () => Promise<LoginResult | null>
  readonly signal: AbortSignal
  /** Between two looks at a page that was handed back; 1 s. */
  readonly lookMs?: number
}

export function createEntrance({ control, outcome, signal, lookMs = second }: EntranceDeps): Entrance {
  let isLoggingIn = false
  let isOpen = false

  /** From the moment at which a person hands the page back until the question is over or the page is taken again. */
  async function lookForOpenBank(question: AbortController): Promise<void> {
    while (control.acting.actor === 'script' && !question.signal.aborted) {
      if ((await outcome()) === 'inside') {
        isOpen = true
        question.abort()
        return
      }
      await wait(lookMs, undefined, { signal: question.signal }).catch(() => undefined)
    }
  }

  return {
    async logIn(run) {
      isLoggingIn = true
      try {
        await run()
      } catch (error) {
        // The script learns that nobody answers; the proof that the bank is open follows from its `isAuthenticated`.
        if (!isOpen) throw error
      } finally {
        isLoggingIn = false
      }
    },
    async ask(question) {
      // A script that only lists goes on in the same breath: what it would do after the code cannot be left out.
      if (!isLoggingIn) return question(signal)
      const own = new AbortController()
      const leave = control.onChange(({ actor }) => {
        if (actor === 'script') void lookForOpenBank(own)
      })
      try {
        return await question(AbortSignal.any([signal, own.signal]))
      } finally {
        leave()
        own.abort()
      }
    },
  }
}
