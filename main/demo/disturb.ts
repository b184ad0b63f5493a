import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'

/** How a practice site fails today, place by place. A plain object: assign to its fields while the site runs. */
export interface Disturbances<Place extends string> {
  /** Milliseconds by which each answer of a place is late. */
  delayMs: Partial<Record<Place, number>>
  /** So many next answers of a place are an error 500; `Infinity` for all. */
  failing: Partial<Record<Place, number>>
  /** Places that take the request and never answer. */
  hanging: readonly Place[]
  /** Every page is 503 with the maintenance text. */
  maintenance: boolean
}

/** How the site says that it is closed, and that it failed. */
export interface TroublePages {
  closed(c: Context): Response | Promise<Response>
  failed(c: Context): Response | Promise<Response>
}

/** Disturbs one place before its page is made. */
export const disturbWith = <Place extends string>(
  behaviour: Disturbances<Place>,
  place: NoInfer<Place>,
  pages: TroublePages,
) =>
  createMiddleware(async (c, next) => {
    const gone = c.req.raw.signal
    if (behaviour.hanging.includes(place)) await wait(2 ** 31 - 1, undefined, { signal: gone }).catch(ignoreAbort)
    const late = behaviour.delayMs[place] ?? 0
    if (late > 0) await wait(late, undefined, { signal: gone }).catch(ignoreAbort)

    if (behaviour.maintenance) return pages.closed(c)
    const failures = behaviour.failing[place] ?? 0
    if (failures > 0) {
      behaviour.failing[place] = failures - 1
      return pages.failed(c)
    }
    return next()
  })

/** The visitor left while waiting: nobody reads the answer any more. */
const ignoreAbort = () => undefined
