import type { Words } from './words.ts'

/** Who is signed in at the window and in which language; toasts and tray show nothing of anybody else. */
export interface Person {
  readonly userId: string | null
  readonly words: Words
}

export interface PersonAtWindow {
  current(): Person
  /** The page says so; listeners are told when something changed. */
  set(person: Person): void
  onChange(listener: () => void): void
}

export function createPerson(words: Words): PersonAtWindow {
  let person: Person = { userId: null, words }
  const listeners: (() => void)[] = []
  return {
    current: () => person,
    set(next) {
      if (next.userId === person.userId && next.words === person.words) return
      person = next
      for (const listener of listeners) listener()
    },
    onChange: (listener) => void listeners.push(listener),
  }
}
