/**
 * What a bank script may ask of the bank page. Every argument and answer is plain JSON: the script runs in the script
 * room, another page without network, and each call crosses to the host, which checks and carries it out with a time
 * limit. Selectors are Playwright selectors and mean their first match; `frame` names an iframe that holds the element.
 */
export interface PageActions {
  /** Http or https, absolute or relative to the present page; at most 60 s. */
  goto(url: string, options?: ActionOptions): Promise<{ url: string; status: number | null }>
  url(): Promise<string>
  fill(selector: string, value: string, options?: ActionOptions): Promise<void>
  /** Types key by key, for fields that listen to keys. */
  type(selector: string, value: string, options?: ActionOptions): Promise<void>
  click(selector: string, options?: ActionOptions): Promise<void>
  press(selector: string, key: string, options?: ActionOptions): Promise<void>
  select(selector: string, value: string, options?: ActionOptions): Promise<void>
  check(selector: string, checked?: boolean, options?: ActionOptions): Promise<void>
  /** Waits until one of the selectors is visible and answers its index, or -1 when the time is over. */
  waitFor(selectors: string | string[], options?: ActionOptions): Promise<number>
  visible(selector: string, options?: ActionOptions): Promise<boolean>
  /** Text as a person sees it, blanks collapsed; does not wait, `null` when there is no such element. */
  text(selector: string, options?: ActionOptions): Promise<string | null>
  attribute(selector: string, name: string, options?: ActionOptions): Promise<string | null>
  /**
   * One record per element of `selector`, read in one go: each column a CSS selector inside it, `selector@name` for an
   * attribute, `@name` for one of the element itself, `.` for its own text; `null` where there is none.
   */
  rows(
    selector: string,
    columns: Record<string, string>,
    options?: ActionOptions,
  ): Promise<Record<string, string | null>[]>
  /**
   * Evaluates function source in the bank page with one JSON argument, e.g. to read the bank's own JSON. Scripts may pass
   * the function itself.
   */
  evaluate(source: string, argument?: unknown, options?: ActionOptions): Promise<unknown>
  /** Clicks and returns the downloaded file as text (at most 5 MB). */
  download(selector: string, options?: ActionOptions): Promise<{ name: string; text: string }>
  now(): Promise<string>
  /** At most 30 s; the reason goes to the trail. */
  sleep(ms: number, reason: string): Promise<void>
}

export interface ActionOptions {
  /** Selector of an iframe that holds the element. */
  readonly frame?: string
  /** Milliseconds, at most 60,000. Default 15,000. */
  readonly timeout?: number
}

/** The login page as the bank's folder expects it: a page that differs is not given any credentials. */
export interface LoginPage {
  /** Path of the address, e.g. `/login`. */
  readonly path: string
  /** Every field of the login form that a person sees, with the `type` of its element. */
  readonly fields: readonly { readonly selector: string; readonly type: LoginFieldType }[]
  /** Where the form is sent: to the origin of its own page. */
  readonly origin: 'same'
}

export const loginFieldTypes = ['text', 'password', 'email', 'tel', 'number', 'checkbox', 'select-one'] as const
export type LoginFieldType = (typeof loginFieldTypes)[number]

/** What a page after the submission of credentials can mean. */
export const loginResults = [
  'wrong-credentials',
  'needs-code',
  'code-refused',
  'account-locked',
  'must-change-password',
  'maintenance',
  'bot-check',
  'needs-person',
  'inside',
] as const
export type LoginResult = (typeof loginResults)[number]

/** A page means `result` when something that fits `visible` (a selector, or `text=…`) is visible in it. */
export interface LoginOutcome {
  readonly result: LoginResult
  readonly visible: string
}

/** What `bank.json` says (resources/banks/<code>/bank.json). */
export interface BankFile {
  readonly code: string
  readonly name: string
  readonly loginUrl: string | null
  readonly status: 'ready' | 'pending'
  /** `host` (port 443) or `host:port` that this bank's browser may reach, beside the host of the login URL. `*.` allowed. */
  readonly hosts: readonly string[]
  /** Absent: the zone of this computer. */
  readonly timeZone?: string
  readonly locale: string
  readonly login?: LoginPage
  /** The first that fits the page wins. */
  readonly outcomes?: readonly LoginOutcome[]
  readonly scripts: readonly {
    readonly flow: 'extract_transactions'
    readonly version: string
    readonly status: 'active' | 'deprecated' | 'review'
  }[]
}
