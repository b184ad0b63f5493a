import { redact } from './redact.ts'

type Level = 'debug' | 'info' | 'warn' | 'error'

/** One line that a script reported, ready for the log and the trail: no secrets, no key that could pose as ours. */
export interface ScriptLine {
  readonly level: Level
  readonly event: string
  readonly at: string | null
  readonly fields: Readonly<Record<string, unknown>>
}

const levels: readonly Level[] = ['debug', 'info', 'warn', 'error']
const levelOfEvent: Readonly<Record<string, Level>> = {
  navigation_failed: 'error',
  logged_out: 'warn',
  poll_failed: 'warn',
  authenticated: 'info',
  poll_summary: 'info',
  stop_requested: 'info',
  max_runtime: 'info',
}
const worrying = /_failed|_error|_timeout|_mismatch|_missing|not_captured|not_visible|cap_reached|empty_or_invalid/

/** Names that the log's own fields have. */
const taken = new Set(['message', 'timestamp', 'context'])

function levelOf(event: string, explicit: unknown): Level {
  const known = levels.find((level) => level === explicit)
  if (known) return known
  if (Object.hasOwn(levelOfEvent, event)) return levelOfEvent[event] ?? 'debug'
  return worrying.test(event) ? 'warn' : 'debug'
}

const asObject = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    // Not JSON: kept as text.
    return null
  }
}

/** Reads one line of `debugLog` (spec 11.5). */
export function readScriptLine(text: string, scrub: (text: string) => string): ScriptLine {
  const clean = scrub(text)
  const line = asObject(clean)
  if (!line) return { level: 'debug', event: 'text', at: null, fields: { text: clean } }
  const { at, event: named, level, ...rest } = line
  const event = typeof named === 'string' && named !== '' ? named : 'unnamed'
  const fields = Object.fromEntries(
    Object.entries(redact(rest) as Record<string, unknown>).map(([name, value]) => [
      taken.has(name) ? `detail_${name}` : name,
      value,
    ]),
  )
  return { level: levelOf(event, level), event, at: typeof at === 'string' ? at : null, fields }
}
