import type { Context, Hono } from 'hono'
import { disturb } from './behaviour.ts'
import { type CodeNotice, codeElsewherePage, codeForm, codePage, leaveFramePage } from './pages/code.ts'
import { atStep, type OnTheWay, stepDone } from './passage-ways.ts'
import type { Site } from './visitor.ts'

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** The step with the code by "SMS", in the page itself, in a frame of it or in a window that it opens. */
export function addCodePages(app: Hono, site: Site): void {
  const { behaviour, codes } = site

  /** The form alone, or in the page of the step. `bare` is the one for frame and window. */
  const show = (c: Context, { visit, passage }: OnTheWay, bare: boolean, notice: CodeNotice | null = null) => {
    const { ticket } = passage
    if (!ticket) return c.redirect('/ingreso', 303)
    const form = {
      csrf: visit.csrf,
      at: bare ? '/codigo/formulario' : '/codigo',
      length: behaviour.codeLength,
      wrong: ticket.wrong,
      resends: ticket.resends,
      notice,
    }
    return c.html(bare ? codeForm(form) : codePage(form, behaviour.thirdParties))
  }
  // From a frame or a window the whole page has to move on, not the small one.
  const leave = (c: Context, bare: boolean, address: string) =>
    bare ? c.html(leaveFramePage(address)) : c.redirect(address, 303)

  for (const bare of [false, true]) {
    const path = bare ? '/codigo/formulario' : '/codigo'

    app.get(path, disturb(behaviour, 'code'), (c) => {
      const way = atStep(site, c, 'code')
      if (typeof way === 'string') return leave(c, bare, way)
      if (bare || behaviour.codePlace === 'page') return show(c, way, bare)
      return c.html(codeElsewherePage(behaviour.codePlace, behaviour.thirdParties))
    })

    app.post(path, disturb(behaviour, 'code'), async (c) => {
      const way = atStep(site, c, 'code')
      if (typeof way === 'string') return leave(c, bare, way)
      const fields = await c.req.parseBody()
      const { ticket } = way.passage
      if (!ticket || textOf(fields._csrf) !== way.visit.csrf) return leave(c, bare, '/ingreso?motivo=sesion')
      const result = codes.check(ticket, textOf(fields.codigo))
      switch (result) {
        case 'right':
          return leave(c, bare, stepDone(site, c, way))
        case 'spent':
          site.visits.end(way.visit.id)
          return leave(c, bare, '/ingreso?motivo=codigo')
        case 'wrong':
          return show(c, way, bare, { kind: 'wrong', left: behaviour.wrongCodesAllowed - ticket.wrong })
        case 'late':
          return show(c, way, bare, { kind: 'late' })
      }
    })

    app.post(`${path}/reenviar`, disturb(behaviour, 'code'), async (c) => {
      const way = atStep(site, c, 'code')
      if (typeof way === 'string') return leave(c, bare, way)
      const fields = await c.req.parseBody()
      const { ticket } = way.passage
      if (!ticket || textOf(fields._csrf) !== way.visit.csrf) return leave(c, bare, '/ingreso?motivo=sesion')
      const sent = codes.resend(ticket)
      return show(
        c,
        way,
        bare,
        sent === 'sent'
          ? { kind: 'resent', left: behaviour.resendsAllowed - ticket.resends }
          : { kind: 'none-left', allowed: behaviour.resendsAllowed },
      )
    })
  }
}
