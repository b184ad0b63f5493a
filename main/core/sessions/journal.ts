import type { Clock, Log } from '../ports.ts'
import { iso } from '../time.ts'
import { createScrubber } from './redact.ts'
import { readScriptLine } from './script-line.ts'
import { createTrail } from './trail.ts'

/** What is said about one reading: lines of its script, notes of the host, and the trail made of both. */
export interface Journal {
  /** From now on this text never leaves the journal. */
  hide(secret: string): void
  scrub(text: string): string
  /** One line of the script's `debugLog`. */
  line(text: string): void
  note(event: string, fields: Readonly<Record<string, unknown>>): void
  /** The trail so far, kept only when the reading fails. */
  events(): Record<string, unknown>[]
}

export function createJournal(deps: { log: Log; now: Clock; ids: Readonly<Record<string, string>> }): Journal {
  const { log, now, ids } = deps
  const trail = createTrail(() => iso(now()))
  const secrets: string[] = []
  let scrub = createScrubber(secrets)
  return {
    hide(secret) {
      secrets.push(secret)
      scrub = createScrubber(secrets)
    },
    scrub: (text) => scrub(text),
    line(text) {
      const { level, event, at, fields } = readScriptLine(text, scrub)
      trail.add(event, fields, at)
      // Our ids come last: a script cannot pose as another account.
      log[level](`script_${event}`, { ...fields, ...ids })
    },
    // A script chooses some of these texts, such as the reason of a pause.
    note: (event, fields) => trail.add(event, JSON.parse(scrub(JSON.stringify(fields)))),
    events: trail.events,
  }
}
