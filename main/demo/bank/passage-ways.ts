import type { Context } from 'hono'
import type { Passage, Step } from '../login/passage.ts'
import { createBotCheck } from './bot-check.ts'
import { type Site, type SiteVisit, startVisit, visitOf } from './visitor.ts'

const addresses: Record<Step, string> = {
  check: '/verificacion',
  code: '/codigo',
  push: '/aprobacion',
  'new-password': '/cambio-clave',
}

/** A visit on its way, with its passage. */
export interface OnTheWay {
  readonly visit: SiteVisit
  readonly passage: Passage
}

/** Prepares the present step, or opens the accounts when none is left, in a visit of its own; returns the address. */
export function goOn(site: Site, c: Context, passage: Passage): string {
  const step = passage.steps[0]
  switch (step) {
    case 'check':
      passage.botCheck = createBotCheck()
      break
    case 'code':
      passage.ticket = site.codes.open(passage.user.user)
      break
    case 'push':
      passage.approval = { at: site.now(), state: 'waiting' }
      break
    default:
  }
  startVisit(c, step ? site.visits.open(null, passage) : site.visits.open(passage.user))
  return step ? addresses[step] : '/cuentas'
}

/** Ends the present step; returns the address of what comes next. */
export function stepDone(site: Site, c: Context, { visit, passage }: OnTheWay): string {
  passage.steps.shift()
  site.visits.end(visit.id)
  return goOn(site, c, passage)
}

/** The visit when it stands at this step; else the address where it belongs. */
export function atStep(site: Site, c: Context, step: Step): OnTheWay | string {
  const visit = visitOf(site, c)
  if (!visit || visit === 'expired') return '/ingreso?motivo=sesion'
  if (visit.user) return '/cuentas'
  const present = visit.passage?.steps[0]
  if (!visit.passage || !present) return '/ingreso'
  return present === step ? { visit, passage: visit.passage } : addresses[present]
}
