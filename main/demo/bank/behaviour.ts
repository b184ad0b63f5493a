import { minute } from '../../core/time.ts'
import { type Disturbances, disturbWith } from '../disturb.ts'
import { type CodeRules, usualCodeRules } from '../login/codes.ts'
import { errorPage, maintenancePage } from './pages/trouble.ts'

/** The parts of the site that can be disturbed separately. */
export const places = [
  'login',
  'submit',
  'check',
  'code',
  'push',
  'new-password',
  'overview',
  'list',
  'detail',
  'json',
  'download',
  'logout',
] as const
export type Place = (typeof places)[number]

export const secondFactors = ['none', 'code', 'push'] as const
export const codePlaces = ['page', 'frame', 'window'] as const
export const movementPlaces = ['page', 'frame', 'script'] as const

/** How the site behaves today. A plain object: tests, demonstrations and the control page assign to its fields. */
export interface Behaviour extends Disturbances<Place>, CodeRules {
  /** The login form has other ids, classes and labels, as after a new design. */
  renamedLogin: boolean
  /** The login form asks for one thing more. */
  extraLoginField: boolean
  /** Where the login form is sent instead of to its own page, e.g. another origin. */
  loginFormAction: string | null
  /** After the right password: pick a picture, which only a person can. */
  botCheck: boolean
  /** After the right password: a code by "SMS", or an approval on the "phone"; both are found on the control page. */
  secondFactor: (typeof secondFactors)[number]
  /** Where the form for the code is: in the page, in an iframe of it, or in a window that the page opens. */
  codePlace: (typeof codePlaces)[number]
  /** After everything else: a new password, until one was chosen. */
  mustChangePassword: boolean
  /** A session without requests for so long is over. */
  sessionIdleMs: number
  /** The login page answers 302 to this address. */
  redirectTo: string | null
  /** A submitted login is answered by 302 to this address. */
  redirectSubmitTo: string | null
  /** Addresses that every page tries to reach (picture, fetch), as trackers do. */
  thirdParties: readonly string[]
  /** The list of movements is in the page, in an iframe of it, or drawn by the page's script from the bank's JSON. */
  movementsIn: (typeof movementPlaces)[number]
}

export const usualBehaviour = (): Behaviour => ({
  delayMs: {},
  failing: {},
  hanging: [],
  maintenance: false,
  renamedLogin: false,
  extraLoginField: false,
  loginFormAction: null,
  botCheck: false,
  secondFactor: 'none',
  codePlace: 'page',
  ...usualCodeRules,
  mustChangePassword: false,
  sessionIdleMs: 10 * minute,
  redirectTo: null,
  redirectSubmitTo: null,
  thirdParties: [],
  movementsIn: 'page',
})

/** Disturbs one place before its page is made. */
export const disturb = (behaviour: Behaviour, place: Place) =>
  disturbWith(behaviour, place, {
    closed: (c) => c.html(maintenancePage(), 503),
    failed: (c) => c.html(errorPage(), 500),
  })
