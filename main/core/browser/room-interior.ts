/**
 * Builds `page` and `context` inside the script room and keeps the script's hooks alive there. Sent as source text and
 * run before any script: it may use nothing from outside itself. It takes the one way out (`binding`) off the global
 * object and keeps the built-ins that it needs, so that a script that changes them disturbs only itself.
 */
export function furnishRoom(
  binding: string,
  actionNames: readonly string[],
  longestMessage: number,
  longestLine: number,
) {
  const scope = globalThis as unknown as Record<string, unknown>
  const ask = scope[binding] as (text: string) => void
  delete scope[binding]
  const { stringify, parse } = JSON
  const { keys, freeze } = Object
  const asyncFunction = (async () => undefined).constructor as new (
    ...text: string[]
  ) => (...args: unknown[]) => unknown

  interface Waiting {
    resolve(value: unknown): void
    reject(error: Error): void
  }
  const waiting = new Map<number, Waiting>()
  const resends = new Map<number, () => unknown>()
  let lastId = 0

  const call = (action: string, args: readonly unknown[], onResend?: () => unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      lastId += 1
      const id = lastId
      const text = stringify({ id, action, args })
      if (text.length > longestMessage) throw new Error(`${action}: the arguments are too large`)
      waiting.set(id, { resolve, reject })
      if (onResend) resends.set(id, onResend)
      ask(text)
    })

  const page: Record<string, unknown> = {}
  for (const name of actionNames)
    page[name] = (...args: unknown[]) =>
      call(name, name === 'evaluate' && typeof args[0] === 'function' ? [String(args[0]), ...args.slice(1)] : args)
  freeze(page)

  let context: Record<string, unknown> = {}
  let hooks: Record<string, unknown> = {}

  const debugLog = (line: unknown) => {
    const text = typeof line === 'string' ? line : (stringify(line) ?? 'undefined')
    const fits = text.length <= longestLine
    call('debugLog', [fits ? text : stringify({ event: 'debug_line_refused', length: text.length })]).catch(
      () => undefined,
    )
  }
  const requestOtp = (descriptor: unknown, onResend?: () => unknown) => call('requestOtp', [descriptor], onResend)

  const settle = async (work: () => unknown): Promise<string> => {
    try {
      const text = stringify({ ok: true, result: (await work()) ?? null })
      if (text.length > longestMessage * 4) throw new Error('the script returned more than can be taken over')
      return text
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown))
      return stringify({ ok: false, message: String(error.message), stack: error.stack ? String(error.stack) : null })
    }
  }

  return {
    run(code: string, facts: string, hasOtp: boolean) {
      context = freeze({ ...parse(facts), debugLog, ...(hasOtp ? { requestOtp } : {}) })
      return settle(async () => {
        const value = await new asyncFunction('page', 'context', code)(page, context)
        if (Array.isArray(value)) return { kind: 'list', value }
        const isHooks =
          typeof value === 'object' && value !== null && typeof (value as { poll?: unknown }).poll === 'function'
        if (!isHooks) return { kind: 'other', type: value === null ? 'null' : typeof value }
        hooks = value as Record<string, unknown>
        return { kind: 'hooks', hooks: keys(hooks).filter((name) => typeof hooks[name] === 'function') }
      })
    },
    hook(name: string) {
      return settle(async () => {
        const work = hooks[name]
        if (typeof work !== 'function') throw new Error(`the script has no hook "${name}"`)
        return work.call(hooks, page, context)
      })
    },
    answer(text: string) {
      const { id, value, error } = parse(text)
      const asker = waiting.get(id)
      waiting.delete(id)
      resends.delete(id)
      if (typeof error === 'string') asker?.reject(new Error(error))
      else asker?.resolve(value)
    },
    resend(id: number) {
      return settle(() => resends.get(id)?.())
    },
  }
}
