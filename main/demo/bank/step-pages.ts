import type { Hono } from 'hono'
import { disturb } from './behaviour.ts'
import { createBotCheck } from './bot-check.ts'
import { approvalPage, botCheckPage, newPasswordPage } from './pages/steps.ts'
import { atStep, stepDone } from './passage-ways.ts'
import type { Site } from './visitor.ts'

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const shortestPassword = 8

/** The steps that a person takes in the page: the picture, the approval on the phone, the new password. */
export function addStepPages(app: Hono, site: Site): void {
  const { behaviour, signIn } = site

  app.get('/verificacion', disturb(behaviour, 'check'), (c) => {
    const way = atStep(site, c, 'check')
    if (typeof way === 'string') return c.redirect(way)
    return c.html(botCheckPage({ csrf: way.visit.csrf, check: way.passage.botCheck, wasWrong: false }))
  })

  app.post('/verificacion', disturb(behaviour, 'check'), async (c) => {
    const way = atStep(site, c, 'check')
    if (typeof way === 'string') return c.redirect(way, 303)
    const fields = await c.req.parseBody()
    if (textOf(fields._csrf) !== way.visit.csrf) return c.redirect('/ingreso?motivo=sesion', 303)
    const { botCheck } = way.passage
    const chosen = botCheck?.choices.find((each) => each.token === fields.opcion)
    if (chosen && chosen.picture === botCheck?.asked) return c.redirect(stepDone(site, c, way), 303)
    way.passage.botCheck = createBotCheck()
    return c.html(botCheckPage({ csrf: way.visit.csrf, check: way.passage.botCheck, wasWrong: true }))
  })

  app.get('/aprobacion', disturb(behaviour, 'push'), (c) => {
    const way = atStep(site, c, 'push')
    return typeof way === 'string' ? c.redirect(way) : c.html(approvalPage())
  })

  app.get('/aprobacion/estado.json', disturb(behaviour, 'push'), (c) => {
    const way = atStep(site, c, 'push')
    if (typeof way === 'string') return c.json({ sigue: way })
    const state = way.passage.approval?.state
    return c.json({ sigue: state === 'waiting' ? null : '/aprobacion/continuar' })
  })

  app.get('/aprobacion/continuar', disturb(behaviour, 'push'), (c) => {
    const way = atStep(site, c, 'push')
    if (typeof way === 'string') return c.redirect(way)
    switch (way.passage.approval?.state) {
      case 'approved':
        return c.redirect(stepDone(site, c, way))
      case 'denied':
        site.visits.end(way.visit.id)
        return c.redirect('/ingreso?motivo=rechazo')
      default:
        return c.redirect('/aprobacion')
    }
  })

  app.get('/cambio-clave', disturb(behaviour, 'new-password'), (c) => {
    const way = atStep(site, c, 'new-password')
    return typeof way === 'string' ? c.redirect(way) : c.html(newPasswordPage({ csrf: way.visit.csrf, problem: null }))
  })

  app.post('/cambio-clave', disturb(behaviour, 'new-password'), async (c) => {
    const way = atStep(site, c, 'new-password')
    if (typeof way === 'string') return c.redirect(way, 303)
    const fields = await c.req.parseBody()
    if (textOf(fields._csrf) !== way.visit.csrf) return c.redirect('/ingreso?motivo=sesion', 303)
    const { user } = way.passage.user
    const wanted = textOf(fields.nueva)
    const problem =
      wanted.length < shortestPassword
        ? `La contraseña debe tener al menos ${shortestPassword} caracteres.`
        : wanted !== textOf(fields.repetida)
          ? 'Las contraseñas no coinciden.'
          : signIn.isPassword(user, wanted)
            ? 'La contraseña debe ser distinta de la anterior.'
            : null
    if (problem) return c.html(newPasswordPage({ csrf: way.visit.csrf, problem }))
    signIn.changePassword(user, wanted)
    behaviour.mustChangePassword = false
    return c.redirect(stepDone(site, c, way), 303)
  })
}
