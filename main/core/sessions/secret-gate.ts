import type { PageActions } from '../browser/types.ts'

/** What stands between a script and the bank page while it holds credentials. */
export interface SecretGateDeps {
  readonly actions: PageActions
  readonly username: string
  readonly password: string
  /** Throws when the page is not one that credentials may be typed into. */
  readonly checkPage: (isInFrame: boolean) => Promise<void>
  /** Counts one submission on disk; throws when none is left. */
  readonly spend: () => Promise<void>
  readonly hasFilledPassword: () => Promise<boolean>
  /** The bank has let this login in. */
  readonly isConfirmed: () => boolean
}

/** Acts that put text into the page. */
type Typing = 'fill' | 'type' | 'press' | 'select' | 'evaluate' | 'goto'
/** Acts by which a filled form can leave. */
const sending = new Set<keyof PageActions>(['click', 'press', 'download', 'evaluate'])
/** Keys that send nothing. */
const harmlessKey = /^(Shift\+)?(Tab|Escape|Home|End|Backspace|Delete|Arrow\w+|.)$/

const formsOf = (secret: string) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]

/**
 * The same acts, with the login budget raised BEFORE the first of them that can bring the password to the bank. One
 * submission is: the typing of the password and the first act after it that can send it. Sending again what still
 * stands in a password field, or typing the password again, is another one.
 *
 * Until the bank has let the login in, doubt counts as a submission: pieces of the password, single keys of it, and
 * code evaluated in the page, which could put anything anywhere.
 */
export function gateSecrets(deps: SecretGateDeps): PageActions {
  const { actions, username, password } = deps
  const forms = formsOf(password)
  /** A submission was counted whose sending has not happened yet. */
  let isPaid = false
  let hasTyped = false
  let hasSpent = false
  let last: Promise<unknown> = Promise.resolve()

  const carries = (text: string) => password !== '' && forms.some((form) => text.includes(form))
  const isPiece = (text: string) => text !== '' && password.includes(text)

  const holdsPassword = (name: Typing, args: readonly unknown[]): boolean => {
    if (carries(JSON.stringify(args)) || args.some((each) => typeof each === 'string' && carries(each))) return true
    if (deps.isConfirmed()) return false
    if (name === 'press') return isPiece(String(args[1]).split('+').at(-1) ?? '')
    return (name === 'fill' || name === 'type') && isPiece(String(args[1]))
  }

  const spend = async () => {
    await deps.spend()
    hasSpent = true
    isPaid = true
  }

  const admit = async (name: keyof PageActions, args: readonly unknown[]): Promise<void> => {
    const holds = holdsPassword(name as Typing, args)
    const isTyping = name === 'fill' || name === 'type' || name === 'press' || name === 'evaluate' || name === 'goto'
    if (holds || (isTyping && args[1] === username)) {
      const options = args.at(-1) as { frame?: string } | null | undefined
      await deps.checkPage(typeof options === 'object' && options?.frame !== undefined)
    }
    if (holds) {
      // Inside, a password is typed only to get in anew.
      if (!isPaid || deps.isConfirmed()) await spend()
      hasTyped = true
      const sendsItself = name === 'evaluate' || name === 'goto' || /[\r\n]/.test(String(args[1]))
      if (sendsItself) isPaid = false
      return
    }
    if (deps.isConfirmed() || !sending.has(name)) return
    if (name === 'evaluate' && !hasSpent) {
      await spend()
      return
    }
    if (!hasTyped || (name === 'press' && harmlessKey.test(String(args[1])))) return
    if (!isPaid && (await deps.hasFilledPassword())) await spend()
    isPaid = false
  }

  const gated = <T extends keyof PageActions>(name: T): PageActions[T] => {
    const act = actions[name] as (...args: unknown[]) => Promise<unknown>
    return (async (...args: unknown[]) => {
      // One after the other: two acts at once must not both find the same submission paid.
      const admitted = last.then(() => admit(name, args))
      last = admitted.catch(() => undefined)
      await admitted
      return act(...args)
    }) as PageActions[T]
  }

  return {
    ...actions,
    goto: gated('goto'),
    fill: gated('fill'),
    type: gated('type'),
    press: gated('press'),
    select: gated('select'),
    click: gated('click'),
    download: gated('download'),
    evaluate: gated('evaluate'),
  }
}
