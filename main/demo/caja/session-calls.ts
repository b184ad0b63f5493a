import type { Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import type { Passage } from '../login/passage.ts'
import type { Submission } from '../login/submissions.ts'
import type { Visit } from '../login/visits.ts'
import { disturbCall } from './behaviour.ts'
import { admit, type CajaSite, stateOf, stepDone, visitOf } from './visitor.ts'

const fields = z.record(z.string(), z.unknown())
const shortestPassword = 8

/** The JSON that was sent, or nothing when it is none. */
async function bodyOf(c: Context): Promise<(name: string) => string> {
  const read = fields.safeParse(await c.req.json().catch(() => null))
  return (name) => {
    const value = read.success ? read.data[name] : undefined
    return typeof value === 'string' ? value : ''
  }
}

/** Before anything else, so that a submission counts whatever happens to it next. */
const counted = (site: CajaSite) =>
  createMiddleware<{ Variables: { submission: Submission } }>(async (c, next) => {
    const field = await bodyOf(c)
    c.set('submission', site.submissions.count(field('memberId').trim()))
    return next()
  })

/** What the page's script calls to sign in, to stay and to leave. */
export function addSessionCalls(app: Hono, site: CajaSite): void {
  const { behaviour, codes, signIn, visits } = site

  /** The visit when it stands at this step; else the answer that says where it stands. */
  const atStep = (
    c: Context,
    step: 'code' | 'new-password',
  ): { visit: Visit<Passage>; passage: Passage } | Response => {
    const visit = visitOf(site, c)
    if (visit && visit !== 'expired' && visit.passage?.steps[0] === step) return { visit, passage: visit.passage }
    return c.json({ error: 'out_of_turn', session: stateOf(site, visit) }, 409)
  }

  app.get('/api/session', disturbCall(behaviour, 'session'), (c) => c.json(stateOf(site, visitOf(site, c))))

  app.post('/api/session', counted(site), disturbCall(behaviour, 'submit'), async (c) => {
    const { submission } = c.var
    const field = await bodyOf(c)
    const result = signIn.attempt(submission.user, field('passphrase'))
    switch (result.kind) {
      case 'locked':
        submission.result = 'locked'
        return c.json({ error: 'locked' }, 423)
      case 'refused':
        submission.result = 'wrong'
        return c.json({ error: 'bad_credentials', attemptsLeft: result.attemptsLeft }, 401)
      case 'welcome':
        submission.result = 'right'
        return c.json(admit(site, c, result.user))
    }
  })

  app.post('/api/session/code', disturbCall(behaviour, 'code'), async (c) => {
    const way = atStep(c, 'code')
    if (way instanceof Response) return way
    const { visit, passage } = way
    if (!passage.ticket) return c.json({ error: 'out_of_turn' }, 409)
    const field = await bodyOf(c)
    switch (codes.check(passage.ticket, field('code'))) {
      case 'right':
        return c.json(stepDone(site, c, visit, passage))
      case 'spent':
        visits.end(visit.id)
        return c.json({ error: 'codes_spent' }, 410)
      case 'wrong':
        return c.json({ error: 'wrong_code', left: behaviour.wrongCodesAllowed - passage.ticket.wrong }, 422)
      case 'late':
        return c.json({ error: 'late_code' }, 422)
    }
  })

  app.post('/api/session/code/resend', disturbCall(behaviour, 'code'), (c) => {
    const way = atStep(c, 'code')
    if (way instanceof Response) return way
    const { ticket } = way.passage
    if (!ticket || codes.resend(ticket) === 'none-left') return c.json({ error: 'no_more_messages' }, 429)
    return c.json({ left: behaviour.resendsAllowed - ticket.resends })
  })

  app.post('/api/session/password', disturbCall(behaviour, 'new-password'), async (c) => {
    const way = atStep(c, 'new-password')
    if (way instanceof Response) return way
    const wanted = (await bodyOf(c))('passphrase')
    const { user } = way.passage.user
    if (wanted.length < shortestPassword || signIn.isPassword(user, wanted))
      return c.json({ error: 'unfit_passphrase', shortest: shortestPassword }, 422)
    signIn.changePassword(user, wanted)
    behaviour.mustChangePassword = false
    return c.json(stepDone(site, c, way.visit, way.passage))
  })

  app.post('/api/session/touch', disturbCall(behaviour, 'session'), (c) => {
    const state = stateOf(site, visitOf(site, c))
    return c.json(state, state.state === 'in' ? 200 : 401)
  })

  app.delete('/api/session', disturbCall(behaviour, 'logout'), (c) => {
    const visit = visitOf(site, c)
    if (visit && visit !== 'expired') visits.end(visit.id)
    return c.body(null, 204)
  })
}
