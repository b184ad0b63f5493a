import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createPassage, type Passage } from '../login/passage.ts'
import type { BankUser } from '../login/sign-in.ts'
import type { Visit } from '../login/visits.ts'
import type { SiteParts } from '../practice-site.ts'
import type { CajaBehaviour } from './behaviour.ts'

export type CajaSite = SiteParts<CajaBehaviour>

const cookieName = 'cre_session'

export const visitOf = (site: CajaSite, c: Context): Visit<Passage> | 'expired' | null =>
  site.visits.find(getCookie(c, cookieName))

const start = (c: Context, visit: Visit<Passage>) =>
  setCookie(c, cookieName, visit.id, { httpOnly: true, sameSite: 'Strict', path: '/' })

/** Where a visit stands, as the page's script is told. */
export type State =
  | { readonly state: 'out'; readonly ended: boolean }
  | { readonly state: 'code'; readonly length: number; readonly wrong: number; readonly resends: number }
  | { readonly state: 'new-password' }
  | { readonly state: 'in'; readonly member: string; readonly accounts: readonly { number: string; name: string }[] }

export function stateOf(site: CajaSite, visit: Visit<Passage> | 'expired' | null): State {
  if (!visit || visit === 'expired') return { state: 'out', ended: visit === 'expired' }
  if (visit.user) {
    const accounts = site.ledger.accounts.map(({ number, name }) => ({ number, name }))
    return { state: 'in', member: visit.user.company, accounts }
  }
  const { steps, ticket } = visit.passage ?? {}
  if (steps?.[0] === 'code' && ticket)
    return { state: 'code', length: site.behaviour.codeLength, wrong: ticket.wrong, resends: ticket.resends }
  return steps?.[0] === 'new-password' ? { state: 'new-password' } : { state: 'out', ended: false }
}

/** Begins the way after a right password; returns where it stands. */
export const admit = (site: CajaSite, c: Context, user: BankUser): State =>
  goOn(site, c, createPassage(user, { ...site.behaviour, botCheck: false }))

/** Ends the present step of a visit; returns what comes next. */
export function stepDone(site: CajaSite, c: Context, visit: Visit<Passage>, passage: Passage): State {
  passage.steps.shift()
  site.visits.end(visit.id)
  return goOn(site, c, passage)
}

function goOn(site: CajaSite, c: Context, passage: Passage): State {
  const step = passage.steps[0]
  if (step === 'code') passage.ticket = site.codes.open(passage.user.user)
  const visit = step ? site.visits.open(null, passage) : site.visits.open(passage.user)
  start(c, visit)
  return stateOf(site, visit)
}
