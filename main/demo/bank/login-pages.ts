import type { Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { createPassage } from '../login/passage.ts'
import type { Submission } from '../login/submissions.ts'
import { disturb } from './behaviour.ts'
import { type LoginNotice, lockedPage, loginPage } from './pages/login.ts'
import { goOn } from './passage-ways.ts'
import { type Site, type SiteVisit, startVisit, visitOf } from './visitor.ts'

const reasons: Readonly<Record<string, LoginNotice>> = {
  sesion: { kind: 'expired' },
  salida: { kind: 'left' },
  codigo: { kind: 'codes-spent' },
  rechazo: { kind: 'denied' },
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** Before anything else, so that a submission counts whatever happens to it next. */
const counted = (site: Site) =>
  createMiddleware<{ Variables: { submission: Submission } }>(async (c, next) => {
    // A body that breaks off, because the program behind it ended, was a submission all the same.
    const fields: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
    c.set('submission', site.submissions.count(textOf(fields.usuario).trim()))
    return next()
  })

/** Login form, its submission and the way out. */
export function addLoginPages(app: Hono, site: Site): void {
  const { behaviour } = site
  const form = (c: Context, visit: SiteVisit, user: string, notice: LoginNotice | null) =>
    c.html(
      loginPage({
        csrf: visit.csrf,
        user,
        notice,
        action: behaviour.loginFormAction ?? '/ingreso',
        renamed: behaviour.renamedLogin,
        hasExtraField: behaviour.extraLoginField,
        thirdParties: behaviour.thirdParties,
      }),
    )

  app.get('/ingreso', disturb(behaviour, 'login'), (c) => {
    if (behaviour.redirectTo) return c.redirect(behaviour.redirectTo)
    const known = visitOf(site, c)
    if (known && known !== 'expired' && known.user) return c.redirect('/cuentas')
    // Who comes back here begins again.
    if (known && known !== 'expired' && known.passage) site.visits.end(known.id)
    const visit = known && known !== 'expired' && !known.passage ? known : site.visits.open(null)
    startVisit(c, visit)
    return form(c, visit, '', reasons[c.req.query('motivo') ?? ''] ?? null)
  })

  app.post('/ingreso', counted(site), disturb(behaviour, 'submit'), async (c) => {
    const { submission } = c.var
    if (behaviour.redirectSubmitTo) return c.redirect(behaviour.redirectSubmitTo)
    const fields = await c.req.parseBody()
    const visit = visitOf(site, c)
    if (!visit || visit === 'expired' || textOf(fields._csrf) !== visit.csrf) {
      submission.result = 'form refused'
      return c.redirect('/ingreso?motivo=sesion', 303)
    }
    const result = site.signIn.attempt(submission.user, textOf(fields.clave))
    switch (result.kind) {
      case 'locked':
        submission.result = 'locked'
        return c.html(lockedPage(behaviour.thirdParties))
      case 'refused':
        submission.result = 'wrong'
        return form(c, visit, submission.user, result)
      case 'welcome':
        submission.result = 'right'
        site.visits.end(visit.id)
        return c.redirect(goOn(site, c, createPassage(result.user, behaviour)), 303)
    }
  })

  app.post('/salir', disturb(behaviour, 'logout'), async (c) => {
    const visit = visitOf(site, c)
    const fields = await c.req.parseBody()
    if (!visit || visit === 'expired' || textOf(fields._csrf) !== visit.csrf)
      return c.redirect('/ingreso?motivo=sesion', 303)
    site.visits.end(visit.id)
    return c.redirect('/ingreso?motivo=salida', 303)
  })
}
