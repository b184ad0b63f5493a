/**
 * Runs in the page before its own scripts, as text. It gives a preload what Electron's sandbox gives it (`require` of
 * `electron` only) and shows the page nothing but what the preload exposes. `preload` is put in by `preloadScript`.
 */
function pageSide(binding: string, deliverKey: string, preload: (...given: unknown[]) => void): void {
  if (window !== window.top) return
  const global = window as unknown as Record<string, unknown>
  const call = global[binding] as ((message: unknown) => Promise<{ value?: unknown; error?: string }>) | undefined
  delete global[binding]
  if (!call) return

  const missing = (name: string) => {
    throw new Error(`The Electron double does not implement ${name}`)
  }
  const strict = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get: (object, key, receiver) =>
        typeof key === 'symbol' || key in object ? Reflect.get(object, key, receiver) : missing(`${name}.${key}`),
    })

  const listeners = new Map<string, Set<(...args: unknown[]) => void>>()
  const ipcRenderer = strict('ipcRenderer', {
    async invoke(channel: string, ...args: unknown[]) {
      const answer = await call({ channel, args })
      if (answer.error !== undefined) throw new Error(answer.error)
      return answer.value
    },
    on(channel: string, listener: (...args: unknown[]) => void) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return ipcRenderer
    },
    off(channel: string, listener: (...args: unknown[]) => void) {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
  })
  Object.defineProperty(window, Symbol.for(deliverKey), {
    value(channel: string, args: unknown[]) {
      for (const listener of [...(listeners.get(channel) ?? [])]) listener({ sender: ipcRenderer }, ...args)
    },
  })

  // Values are copied and functions wrapped, so that page and preload share no object.
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...args: unknown[]) => {
        const result: unknown = value(...args.map(cross))
        return result instanceof Promise ? result.then(cross) : cross(result)
      }
    if (Array.isArray(value)) return value.map(cross)
    if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
      return value === undefined ? undefined : structuredClone(value)
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cross(item)])))
  }
  const contextBridge = strict('contextBridge', {
    exposeInMainWorld(name: string, api: unknown) {
      if (name in window) throw new Error(`Cannot bind an API on top of an existing property: ${name}`)
      Object.defineProperty(window, name, { value: cross(api), enumerable: true })
    },
  })

  const electron = strict('electron (in a preload)', { contextBridge, ipcRenderer })
  const require = (name: string) =>
    name === 'electron' ? electron : missing(`require('${name}') in a sandboxed preload`)
  const module = { exports: {} }
  preload(require, module, module.exports)
}

export const bindingName = '__electronDouble'
export const deliverKey = 'electron-double.deliver'

/** The init script of a page whose window has this preload. */
export const preloadScript = (source: string): string =>
  `(${pageSide})(${JSON.stringify(bindingName)}, ${JSON.stringify(deliverKey)}, function (require, module, exports) {\n${source}\n})`
