import { setTimeout as wait } from 'node:timers/promises'
import { createMiddleware } from 'hono/factory'
import { minute } from '../../core/time.ts'
import { errorPage, maintenancePage } from './pages/trouble.ts'

/** The parts of the site that can be disturbed separately. */
export type Place = 'login' | 'submit' | 'overview' | 'list' | 'detail' | 'json' | 'download' | 'logout'

/** How the site behaves today. A plain object: tests and demonstrations assign to its fields while the site runs. */
export interface Behaviour {
  /** Milliseconds by which each answer of a place is late. */
  delayMs: Partial<Record<Place, number>>
  /** So many next answers of a place are an error 500; `Infinity` for all. */
  failing: Partial<Record<Place, number>>
  /** Places that take the request and never answer. */
  hanging: readonly Place[]
  /** Every page is 503 with the maintenance text. */
  maintenance: boolean
  /** The login form has other ids, classes and labels, as after a new design. */
  renamedLogin: boolean
  /** A session without requests for so long is over. */
  sessionIdleMs: number
  /** The login page answers 302 to this address. */
  redirectTo: string | null
  /** Addresses that every page tries to reach (picture, fetch), as trackers do. */
  thirdParties: readonly string[]
}

export const usualBehaviour = (): Behaviour => ({
  delayMs: {},
  failing: {},
  hanging: [],
  maintenance: false,
  renamedLogin: false,
  sessionIdleMs: 10 * minute,
  redirectTo: null,
  thirdParties: [],
})

/** Disturbs one place before its page is made. */
export const disturb = (behaviour: Behaviour, place: Place) =>
  createMiddleware(async (c, next) => {
    const gone = c.req.raw.signal
    if (behaviour.hanging.includes(place)) await wait(2 ** 31 - 1, undefined, { signal: gone }).catch(ignoreAbort)
    const late = behaviour.delayMs[place] ?? 0
    if (late > 0) await wait(late, undefined, { signal: gone }).catch(ignoreAbort)

    if (behaviour.maintenance) return c.html(maintenancePage(), 503)
    const failures = behaviour.failing[place] ?? 0
    if (failures > 0) {
      behaviour.failing[place] = failures - 1
      return c.html(errorPage(), 500)
    }
    return next()
  })

/** The visitor left while waiting: nobody reads the answer any more. */
const ignoreAbort = () => undefined
