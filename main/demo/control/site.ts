import { type Context, Hono } from 'hono'
import { parseMinor } from '../../core/money.ts'
import { answerPhone } from '../login/passage.ts'
import { controlPage, livePart } from './page.ts'
import { controlState } from './state.ts'
import type { Controlled } from './types.ts'

const mostLateMs = 10 * 60_000

/**
 * The control page of a practice bank, on a port of its own: the bank's own browser cannot reach it.
 *
 * | Call | What it does |
 * |---|---|
 * | `GET /` | page for a person: codes sent, submissions per user, switches |
 * | `GET /state.json` | the same for a program (`ControlState`) |
 * | `POST /switches` `name`, `value` | sets one switch |
 * | `POST /disturb` `place`, `late` (ms), `failing` (count or `all`), `hangs` (`on`) | disturbs one place |
 * | `POST /undisturb` | ends every disturbance |
 * | `POST /approve`, `/deny`, `/lock`, `/unlock` `user` | answers on the phone; locks and unlocks |
 * | `POST /end-sessions` | ends every session |
 * | `POST /book` `account`, `amount`, `party` | books an incoming payment |
 *
 * Every POST answers 303 to the page, or 400 with what is wrong.
 */
export function createControlSite(bank: Controlled): Hono {
  const { behaviour, signIn } = bank
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  const state = () => controlState(bank)
  const act = (path: string, work: (field: (name: string) => string, c: Context) => string | null) =>
    app.post(path, async (c) => {
      const fields = await c.req.parseBody()
      const problem = work((name) => {
        const value = fields[name]
        return typeof value === 'string' ? value : ''
      }, c)
      return problem === null ? c.redirect('/', 303) : c.text(problem, 400)
    })
  const forUser = (path: string, work: (user: string) => void) =>
    act(path, (field) => {
      const user = field('user')
      if (!signIn.users.some((each) => each.user === user)) return `there is no user "${user}"`
      work(user)
      return null
    })

  app.get('/', (c) => c.html(controlPage(bank, state())))
  app.get('/live', (c) => c.html(livePart(state())))
  app.get('/state.json', (c) => c.json(state()))

  act('/switches', (field) => {
    const wanted = bank.switches.find((each) => each.name === field('name'))
    return wanted ? wanted.set(field('value')) : `there is no switch "${field('name')}"`
  })

  act('/disturb', (field) => {
    const place = field('place')
    if (!bank.places.includes(place)) return `there is no place "${place}"`
    const late = Number(field('late') || '0')
    const failing = field('failing') === 'all' ? Number.POSITIVE_INFINITY : Number(field('failing') || '0')
    if (!(late >= 0 && late <= mostLateMs)) return `late is from 0 to ${mostLateMs} ms`
    if (!(failing >= 0)) return 'failing is a number from 0, or "all"'
    behaviour.delayMs = { ...behaviour.delayMs, [place]: late }
    behaviour.failing = { ...behaviour.failing, [place]: failing }
    const others = behaviour.hanging.filter((each) => each !== place)
    behaviour.hanging = field('hangs') === 'on' ? [...others, place] : others
    return null
  })

  act('/undisturb', () => {
    Object.assign(behaviour, { delayMs: {}, failing: {}, hanging: [] })
    return null
  })

  forUser('/approve', (user) => answerPhone(bank.visits.passages(), user, 'approved'))
  forUser('/deny', (user) => answerPhone(bank.visits.passages(), user, 'denied'))
  forUser('/lock', signIn.lock)
  forUser('/unlock', signIn.unlock)

  act('/end-sessions', () => {
    bank.visits.expireAll()
    return null
  })

  act('/book', (field) => {
    const amountMinor = parseMinor(field('amount'))
    if (amountMinor === null || amountMinor <= 0) return 'amount is a positive number with at most two decimals'
    if (!bank.ledger.account(field('account'))) return `there is no account "${field('account')}"`
    bank.ledger.add({ account: field('account'), amountMinor, party: field('party').trim() || null })
    return null
  })
  return app
}
