import type { Day } from '../../main/demo/day.ts'

/**
 * The rules of spec 3 written down a second time, as plainly as possible and with nothing from the product, to check that
 * the day's expectations are what the rules say.
 */
export interface Outcome {
  status: string
  webhooks: string[]
}

interface Request {
  readonly id: string
  name: string
  cents: number
  currency: string
  readonly registeredAt: number
  status: string
}

interface Movement {
  readonly cents: number
  readonly currency: string
  readonly sender: string
  readonly at: number
  taken: boolean
}

const fiveDays = 432_000_000
const open = ['pending', 'not_found', 'ambiguous', 'failed']

const centsOf = (value: unknown): number | null => {
  const text = String(value)
  return /^\d+(\.\d{1,2})?$/.test(text) && Number(text) > 0 ? Math.round(Number(text) * 100) : null
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9\s]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const words = (name: string) => new Set(name.split(' ').filter((word) => word.length >= 2))

/** Spec 3.4 */
export function scoreOf(first: string, second: string): number {
  const [a, b] = [plain(first), plain(second)]
  if (a === '' || b === '') return 0.5
  if (a === b) return 1
  const [left, right] = [words(a), words(b)]
  const shared = [...left].filter((word) => right.has(word)).length
  const either = left.size + right.size - shared
  const jaccard = left.size === 0 || right.size === 0 ? 0 : shared / either
  return Math.max(jaccard, a.includes(b) || b.includes(a) ? 0.8 : 0)
}

const plausible = (request: Request, movements: readonly Movement[]) =>
  movements
    .filter((each) => !each.taken && each.cents === request.cents && each.currency === request.currency)
    .filter((each) => each.at >= request.registeredAt - fiveDays)
    .map((movement) => ({ movement, score: scoreOf(request.name, movement.sender) }))
    .filter((each) => each.score >= 0.8)
    .sort((a, b) => b.score - a.score)

const inTime = (a: Request, b: Request) => a.registeredAt - b.registeredAt || (a.id < b.id ? -1 : 1)

/** Equal orders and as many equal transfers of one payer are paired in order of time. */
function twinOf(request: Request, all: readonly Request[], movements: readonly Movement[]): Movement | undefined {
  const fits = plausible(request, movements).map((each) => each.movement)
  const peers = all.filter(
    (other) =>
      open.includes(other.status) &&
      plain(other.name) === plain(request.name) &&
      other.cents === request.cents &&
      other.currency === request.currency,
  )
  const isOnePayer = new Set(fits.map((movement) => plain(movement.sender))).size === 1
  if (!isOnePayer || fits.length !== peers.length || peers.length < 2) return undefined
  return fits.sort((a, b) => a.at - b.at)[peers.sort(inTime).indexOf(request)]
}

/** The margin and the contested movement: clear from both sides, from the acceptance level on. */
function decide(request: Request, all: readonly Request[], movements: readonly Movement[]) {
  const [best, second] = plausible(request, movements)
  if (!best) return { status: 'not_found' }
  const twin = twinOf(request, all, movements)
  if (twin) return { status: 'matched', movement: twin }
  if (second) {
    const clear = Math.round((best.score - second.score) * 1000) >= 100
    return clear ? { status: 'matched', movement: best.movement } : { status: 'ambiguous' }
  }
  const contested = all.some((other) => {
    if (other === request || !open.includes(other.status)) return false
    const [theirs, more] = plausible(other, movements)
    return theirs?.movement === best.movement && !more && theirs.score >= best.score
  })
  return contested ? { status: 'ambiguous' } : { status: 'matched', movement: best.movement }
}

/** Plays the day by the rules; the outcome of each request by the customer's id. */
export function playByTheRules(day: Day, now: number): Map<string, Outcome> {
  const requests = new Map<string, Request>()
  const outcomes = new Map<string, Outcome>()
  const movements: Movement[] = []
  let lastList = 0

  const evaluate = (chosen: readonly Request[]) => {
    const all = [...requests.values()]
    // Decided side by side before anything is taken.
    const decisions = chosen.map((request) => ({ request, ...decide(request, all, movements) }))
    for (const { request, status, movement } of decisions) {
      request.status = status
      if (movement) movement.taken = true
      if (status !== 'not_found') outcomes.get(request.id)?.webhooks.push(status)
    }
  }

  const poll = (orders: readonly Readonly<Record<string, unknown>>[]) => {
    const listed = new Set(orders.map((order) => String(order.external_id)))
    const touched: Request[] = []
    const waiting = [...requests.values()].filter((request) => open.includes(request.status))
    for (const order of orders) {
      const id = String(order.external_id)
      const [cents, known] = [centsOf(order.amount), requests.get(id)]
      if (cents === null) continue
      const values = { name: String(order.name), cents, currency: String(order.currency) }
      if (!known || known.status === 'cancelled') {
        requests.set(id, { id, ...values, registeredAt: now, status: 'pending' })
        if (!outcomes.has(id)) outcomes.set(id, { status: '', webhooks: [] })
        touched.push(requests.get(id) as Request)
      } else if (['pending', 'not_found', 'failed'].includes(known.status) && known.cents !== cents) {
        Object.assign(known, values)
        touched.push(known)
      }
    }
    const gone = waiting.filter((request) => !listed.has(request.id))
    const suspicious =
      (orders.length === 0 && lastList > 0) || (waiting.length >= 10 && gone.length * 2 > waiting.length)
    if (!suspicious) for (const request of gone) request.status = 'cancelled'
    lastList = orders.length
    evaluate(touched)
  }

  for (const step of day.steps) {
    if (step.kind === 'poll') poll(step.orders)
    else {
      for (const booked of step.booked)
        if (booked.kind === 'credit')
          movements.push({
            cents: booked.amountMinor,
            currency: booked.account === '001-2045872' ? 'USD' : 'UYU',
            sender: booked.party ?? '',
            at: booked.at ?? now,
            taken: false,
          })
      evaluate([...requests.values()].filter((request) => ['pending', 'not_found', 'failed'].includes(request.status)))
    }
  }
  for (const request of requests.values()) {
    const outcome = outcomes.get(request.id)
    if (outcome) outcome.status = request.status
  }
  return outcomes
}
