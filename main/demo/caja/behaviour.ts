import { minute, second } from '../../core/time.ts'
import { choice, count, flag, type Switch } from '../control/switches.ts'
import { type Disturbances, disturbWith } from '../disturb.ts'
import { type CodeRules, usualCodeRules } from '../login/codes.ts'

/** The parts of the site that can be disturbed separately. */
export const places = ['shell', 'session', 'submit', 'code', 'new-password', 'ledger', 'json', 'logout'] as const
type Place = (typeof places)[number]

const secondFactors = ['none', 'code'] as const

/** How the site behaves today. A plain object: tests, demonstrations and the control page assign to its fields. */
export interface CajaBehaviour extends Disturbances<Place>, CodeRules {
  /** The login form has other ids and labels, as after a new design. */
  renamedLogin: boolean
  /** The login form asks for one thing more. */
  extraLoginField: boolean
  secondFactor: (typeof secondFactors)[number]
  /** After everything else: a new password, until one was chosen. */
  mustChangePassword: boolean
  /** A session without requests for so long is over. Short: this bank has to be kept awake. */
  sessionIdleMs: number
}

export const usualBehaviour = (): CajaBehaviour => ({
  delayMs: {},
  failing: {},
  hanging: [],
  maintenance: false,
  renamedLogin: false,
  extraLoginField: false,
  secondFactor: 'code',
  ...usualCodeRules,
  mustChangePassword: false,
  sessionIdleMs: 3 * minute,
})

/** What the control page offers. */
export const switchesOf = (behaviour: CajaBehaviour): Switch[] => [
  choice(behaviour, 'secondFactor', 'After the password', secondFactors),
  flag(behaviour, 'mustChangePassword', 'Demand a new password'),
  count(behaviour, 'codeLifeMs', 'A code is good for, s', second),
  count(behaviour, 'wrongCodesAllowed', 'Wrong codes until the login ends'),
  count(behaviour, 'resendsAllowed', 'New codes per login'),
  count(behaviour, 'sessionIdleMs', 'A session ends when idle for, s', second),
  flag(behaviour, 'maintenance', 'Closed for maintenance'),
  flag(behaviour, 'renamedLogin', 'Login form: other names'),
  flag(behaviour, 'extraLoginField', 'Login form: one field more'),
]

/** Disturbs one call of the page's script. */
export const disturbCall = (behaviour: CajaBehaviour, place: Place) =>
  disturbWith(behaviour, place, {
    closed: (c) => c.json({ error: 'closed' }, 503),
    failed: (c) => c.json({ error: 'failed' }, 500),
  })

/** Disturbs a page. */
export const disturbPage = (behaviour: CajaBehaviour, place: Place) =>
  disturbWith(behaviour, place, {
    closed: (c) =>
      c.html('<!doctype html><title>Closed</title><h1 id="closed">We are closed for scheduled maintenance</h1>', 503),
    failed: (c) =>
      c.html('<!doctype html><title>Error</title><h1 id="service-error">Something went wrong on our side</h1>', 500),
  })
