/** Asked by Node, Vitest or `await` about any object; asking is not using. */
const harmless = new Set(['then', 'toJSON', 'asymmetricMatch', 'nodeType', 'domain'])

/** What the double does not implement throws with its name, so that a test never passes on something that is not there. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || harmless.has(key)) return Reflect.get(object, key, receiver)
      throw new Error(`The Electron double does not implement ${name}.${key}`)
    },
  })
}

/** An event whose listener can hold back what follows. */
export function preventable<T extends object>(fields: T): T & { preventDefault(): void; defaultPrevented: boolean } {
  const event = {
    ...fields,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return event
}
