/** What happened in one run, in order; each entry plain JSON data. */
export interface Trail {
  add(event: string, fields: Readonly<Record<string, unknown>>, at?: string | null): void
  /** The first and the last events with a mark for what was dropped between them. */
  events(): Record<string, unknown>[]
}

const pinned = 50
const kept = 150
const longestText = 120
const longestEvent = 2500

const cutTexts = (value: unknown): unknown => {
  if (typeof value === 'string') return value.length > longestText ? `${value.slice(0, longestText)}…` : value
  if (Array.isArray(value)) return value.map(cutTexts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cutTexts(each)]))
}

function shorten(entry: Record<string, unknown>): Record<string, unknown> {
  const cut = cutTexts(entry) as Record<string, unknown>
  const { length } = JSON.stringify(cut)
  return length <= longestEvent ? cut : { at: cut.at, event: cut.event, cut_from: length }
}

/** Keeps the first 50 and the last 150 events (spec 11.5): the beginning explains, the end tells. */
export function createTrail(now: () => string): Trail {
  const first: Record<string, unknown>[] = []
  const last: Record<string, unknown>[] = []
  let dropped = 0
  return {
    add(event, fields, at) {
      const entry = shorten({ at: at ?? now(), event, ...fields })
      if (first.length < pinned) first.push(entry)
      else if (last.push(entry) > kept) {
        last.shift()
        dropped += 1
      }
    },
    events: () => [...first, ...(dropped > 0 ? [{ event: 'events_dropped', count: dropped }] : []), ...last],
  }
}
