import { setTimeout as wait } from 'node:timers/promises'
import type { FrameLocator, Locator, Page } from 'playwright'
import { messageOf } from '../errors.ts'
import type { Clock } from '../ports.ts'
import { iso, second } from '../time.ts'
import { longestActionMs } from './action-inputs.ts'
import { hostOfUrl } from './allowed-hosts.ts'
import { downloadText } from './download.ts'
import type { HostGuard } from './host-guard.ts'
import { leaving } from './leaving.ts'
import { isFromGuard } from './lost-page.ts'
import { readRows } from './read-page.ts'
import type { ActionOptions, PageActions } from './types.ts'
import { within } from './within.ts'

export interface PageActionDeps {
  readonly page: Page
  readonly guard: Pick<HostGuard, 'allows' | 'refused'>
  readonly now: Clock
  /** What belongs in the trail of the run. */
  readonly note: (event: string, fields: Record<string, unknown>) => void
}

type Options = ActionOptions | null | undefined

interface ActLimit {
  readonly timeout: number
  readonly noWaitAfter: true
}

const usualLimitMs = 15 * second
const largestAnswer = 5_000_000

/**
 * The acts of the bank page, carried out by the host. Every act ends within its time limit; a failure is an `Error`
 * whose text is fit for a script, a log and a person: it never holds what was typed.
 */
export function createPageActions({ page, guard, now, note }: PageActionDeps): PageActions {
  const limitOf = (options: Options) => options?.timeout ?? usualLimitMs
  const scope = (options: Options): Page | FrameLocator => (options?.frame ? page.frameLocator(options.frame) : page)
  const first = (selector: string, options: Options): Locator => scope(options).locator(selector).first()
  const shown = (selector: string, options: Options) => scope(options).locator(selector).filter({ visible: true })

  const act = async <T>(
    what: string,
    options: Options,
    work: (limit: { timeout: number }) => Promise<T>,
  ): Promise<T> => {
    const timeout = limitOf(options)
    const late = () => new Error(`timeout: ${what} did not succeed within ${timeout / second} s`)
    try {
      // Playwright's own limit comes first; ours is for a page that no longer answers at all.
      return await within(timeout + second, late, work({ timeout }))
    } catch (error) {
      if (messageOf(error).startsWith('timeout: ')) throw error
      if (error instanceof Error && error.name === 'TimeoutError') throw late()
      throw new Error(`${what}: ${plainReason(error)}`, { cause: error })
    }
  }

  /** As `act`, for what may lead to another page. */
  const leave = (what: string, options: Options, work: (limit: ActLimit) => Promise<void>) =>
    leaving(page, () => act(what, options, ({ timeout }) => work({ timeout, noWaitAfter: true })))

  const pageOrFrame = async (options: Options) => {
    if (!options?.frame) return page
    const holder = await page
      .locator(options.frame)
      .first()
      .elementHandle({ timeout: limitOf(options) })
    const frame = await holder?.contentFrame()
    if (!frame) throw new Error(`${options.frame} is no frame`)
    return frame
  }

  return {
    goto: (address, options) => openPage({ page, guard, note }, address, options?.timeout ?? longestActionMs),
    url: async () => page.url(),
    fill: (selector, value, options) =>
      act(`fill ${selector}`, options, (limit) => first(selector, options).fill(value, limit)),
    type: (selector, value, options) =>
      act(`type into ${selector}`, options, (limit) => first(selector, options).pressSequentially(value, limit)),
    click: (selector, options) => leave(`click ${selector}`, options, (limit) => first(selector, options).click(limit)),
    press: (selector, key, options) =>
      leave(`press a key in ${selector}`, options, (limit) => first(selector, options).press(key, limit)),
    select: (selector, value, options) =>
      act(`select in ${selector}`, options, async (limit) => {
        await first(selector, options).selectOption(value, limit)
      }),
    check: (selector, checked, options) =>
      act(`check ${selector}`, options, (limit) => first(selector, options).setChecked(checked ?? true, limit)),

    async waitFor(selectors, options) {
      const wanted = (Array.isArray(selectors) ? selectors : [selectors]).map((selector) => shown(selector, options))
      const any = wanted.reduce((all, one) => all.or(one))
      const until = performance.now() + limitOf(options)
      // What became visible may be gone a moment later; then the wait goes on.
      for (;;) {
        const timeout = until - performance.now()
        if (timeout <= 0) return -1
        try {
          await act('waitFor', { ...options, timeout: Math.ceil(timeout) }, (limit) => any.first().waitFor(limit))
        } catch (error) {
          if (messageOf(error).startsWith('timeout: ')) return -1
          throw error
        }
        const counts = await act('waitFor', options, () => Promise.all(wanted.map((one) => one.count())))
        const found = counts.findIndex((count) => count > 0)
        if (found >= 0) return found
      }
    },

    visible: (selector, options) =>
      act(`look for ${selector}`, options, async () => (await shown(selector, options).count()) > 0),
    text: (selector, options) =>
      act(`read ${selector}`, options, async () => {
        const [row] = await scope(options).locator(selector).evaluateAll(readRows, { text: '.' })
        return row?.text ?? null
      }),
    attribute: (selector, name, options) =>
      act(`read ${name} of ${selector}`, options, () =>
        scope(options)
          .locator(selector)
          .evaluateAll((elements, wanted) => elements[0]?.getAttribute(wanted) ?? null, name),
      ),
    rows: (selector, columns, options) =>
      act(`read rows ${selector}`, options, () => scope(options).locator(selector).evaluateAll(readRows, columns)),

    evaluate: (source, argument, options) =>
      act('evaluate', options, async () => {
        const place = await pageOrFrame(options)
        const given = JSON.stringify(JSON.stringify(argument ?? null))
        const answer = await place.evaluate(`(${source}\n)(JSON.parse(${given}))`)
        const text = JSON.stringify(answer) ?? 'null'
        if (text.length > largestAnswer) throw new Error(`the answer is too large (${text.length} characters)`)
        return JSON.parse(text)
      }),

    download: (selector, options) =>
      act(`download by ${selector}`, options, async (limit) => {
        const [download] = await Promise.all([
          page.waitForEvent('download', limit),
          first(selector, options).click(limit),
        ])
        return downloadText(download)
      }),

    now: async () => iso(now()),
    async sleep(ms, reason) {
      note('sleep', { ms, reason })
      await wait(ms)
    },
  }
}

/** First line of Playwright's text, without the call log: the log repeats what was typed into fields. */
const plainReason = (error: unknown): string =>
  (messageOf(error).split('\n')[0] ?? '').replace(/^[a-zA-Z]+\.[a-zA-Z]+: (Error: )?/, '').slice(0, 500)

async function openPage(
  { page, guard, note }: Pick<PageActionDeps, 'page' | 'guard' | 'note'>,
  address: string,
  timeout: number,
) {
  const from = hostOfUrl(page.url()) ? page.url() : undefined
  const target = URL.canParse(address, from) ? new URL(address, from) : null
  const host = target && hostOfUrl(target.href)
  if (!target || !host) throw new Error('navigation_failed: page.goto takes an http or https address')
  if (!guard.allows(host.host, host.port)) {
    note('goto_refused', { host: `${host.host}:${host.port}` })
    throw new Error(`navigation_failed: ${notOurs(`${host.host}:${host.port}`)}`)
  }

  const before = guard.refused()
  try {
    const response = await page.goto(target.href, { waitUntil: 'domcontentloaded', timeout })
    if (response && isFromGuard(response.status())) throw new Error('network: the bank could not be reached')
    const arrived = hostOfUrl(page.url())
    if (arrived && !guard.allows(arrived.host, arrived.port))
      throw new Error(notOurs(`${arrived.host}:${arrived.port}`))
    return { url: page.url(), status: response?.status() ?? null }
  } catch (error) {
    const after = guard.refused()
    const refused = Object.keys(after).find((name) => after[name] !== before[name])
    const reason =
      /ERR_TUNNEL_CONNECTION_FAILED|ERR_BLOCKED/.test(messageOf(error)) && refused
        ? notOurs(refused)
        : plainReason(error)
    throw new Error(`navigation_failed: ${reason}`, { cause: error })
  }
}

const notOurs = (host: string) => `other_site: the way led to ${host}, which is not among the hosts of this bank`
