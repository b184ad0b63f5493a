import type { Page } from 'playwright'
import type { LoginPage } from './types.ts'
import { within } from './within.ts'

interface Seen {
  readonly missing: readonly string[]
  /** Selector, expected and found type. */
  readonly retyped: readonly (readonly [string, string, string])[]
  /** Name of each control that nobody expects. */
  readonly added: readonly string[]
  /** Every address that the form may be sent to. */
  readonly targets: readonly string[]
}

const lookLimitMs = 10_000

/**
 * What differs between the page that is open and the login page that the bank's folder describes, in plain words; empty
 * when credentials may be typed. The page's own scripts could hide a change from this look: it finds redesigns and
 * look-alikes on another address, while the host guard keeps what is typed among the bank's hosts.
 */
export async function changesOfLoginPage(page: Page, expected: LoginPage, loginUrl: string): Promise<string[]> {
  const at = URL.canParse(page.url()) ? new URL(page.url()) : null
  const { origin } = new URL(loginUrl)
  const changes: string[] = []
  if (at?.origin !== origin) changes.push(`the page is at ${at?.origin ?? 'no address'} instead of ${origin}`)
  else if (at.pathname !== expected.path) changes.push(`the page is ${at.pathname} instead of ${expected.path}`)
  const late = () => new Error('the login page does not answer')
  const seen = await within(lookLimitMs, late, page.evaluate(lookAtForm, expected.fields))
  changes.push(
    ...seen.missing.map((selector) => `the field ${selector} is missing`),
    ...seen.retyped.map(
      ([selector, wanted, found]) => `the field ${selector} is of type ${found} instead of ${wanted}`,
    ),
    ...seen.added.map((name) => `there is another field, ${name}`),
    ...seen.targets
      .filter((target) => !URL.canParse(target) || new URL(target).origin !== at?.origin)
      .map((target) => `the form is sent to ${URL.canParse(target) ? new URL(target).origin : 'no address'}`),
  )
  return changes
}

/** True when a password field of any frame of the page holds something. */
export async function hasFilledPassword(page: Page): Promise<boolean> {
  const asked = page.frames().map((frame) =>
    within(lookLimitMs, () => new Error('late'), frame.evaluate(isPasswordFilled)).catch(
      // A frame that is on its way elsewhere has been emptied.
      () => false,
    ),
  )
  return (await Promise.all(asked)).some(Boolean)
}

/** Runs inside the bank page: sent as source text, it may use nothing from outside itself. */
function isPasswordFilled(): boolean {
  return [...document.querySelectorAll('input')].some((input) => input.type === 'password' && input.value !== '')
}

/** Runs inside the bank page, as above. */
function lookAtForm(fields: LoginPage['fields']): Seen {
  const found = fields.map(({ selector, type }) => ({ selector, type, element: document.querySelector(selector) }))
  const password = found.find(({ type, element }) => type === 'password' && element)?.element
  const form = (password ?? document.querySelector('input[type=password]'))?.closest('form') ?? null
  const silent = new Set(['hidden', 'submit', 'button', 'reset', 'image'])
  const isShown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden'
  }
  const controls = [...(form ?? document).querySelectorAll('input, select, textarea')].filter(
    (each) => !silent.has((each as HTMLInputElement).type) && isShown(each),
  )
  const known = new Set(found.map(({ element }) => element))
  const action = (element: Element, name: string) => new URL(element.getAttribute(name) ?? '', document.baseURI).href
  return {
    missing: found.filter(({ element }) => !element || !isShown(element)).map(({ selector }) => selector),
    retyped: found.flatMap(({ selector, type, element }) => {
      const is = (element as HTMLInputElement | null)?.type
      return is === undefined || is === type ? [] : [[selector, type, is] as const]
    }),
    added: controls
      .filter((each) => !known.has(each))
      .map((each) => each.id || each.getAttribute('name') || each.tagName.toLowerCase()),
    targets: form
      ? [
          action(form, 'action'),
          ...[...form.querySelectorAll('[formaction]')].map((each) => action(each, 'formaction')),
        ]
      : [],
  }
}
