import type { Context, Hono } from 'hono'
import { disturb } from './behaviour.ts'
import { type LoginNotice, lockedPage, loginPage } from './pages/login.ts'
import { type Site, startVisit, visitOf } from './visitor.ts'
import type { Visit } from './visits.ts'

const noticeOf = (reason: string | undefined): LoginNotice | null => {
  if (reason === 'sesion') return { kind: 'expired' }
  return reason === 'salida' ? { kind: 'left' } : null
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** Login form, its submission and the way out. */
export function addLoginPages(app: Hono, site: Site): void {
  const { behaviour } = site
  const form = (c: Context, visit: Visit, user: string, notice: LoginNotice | null) =>
    c.html(
      loginPage({
        csrf: visit.csrf,
        user,
        notice,
        renamed: behaviour.renamedLogin,
        thirdParties: behaviour.thirdParties,
      }),
    )

  app.get('/ingreso', disturb(behaviour, 'login'), (c) => {
    if (behaviour.redirectTo) return c.redirect(behaviour.redirectTo)
    const known = visitOf(site, c)
    if (known && known !== 'expired' && known.user) return c.redirect('/cuentas')
    const visit = known && known !== 'expired' ? known : site.visits.open(null)
    startVisit(c, visit)
    return form(c, visit, '', noticeOf(c.req.query('motivo')))
  })

  app.post('/ingreso', disturb(behaviour, 'submit'), async (c) => {
    const fields = await c.req.parseBody()
    const visit = visitOf(site, c)
    if (!visit || visit === 'expired' || textOf(fields._csrf) !== visit.csrf)
      return c.redirect('/ingreso?motivo=sesion', 303)
    const user = textOf(fields.usuario).trim()
    const result = site.signIn.attempt(user, textOf(fields.clave))
    switch (result.kind) {
      case 'locked':
        return c.html(lockedPage(behaviour.thirdParties))
      case 'refused':
        return form(c, visit, user, result)
      case 'welcome':
        site.visits.end(visit.id)
        startVisit(c, site.visits.open(result.user))
        return c.redirect('/cuentas', 303)
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
