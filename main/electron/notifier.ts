import type { InboxState } from '../core/inbox/types.ts'
import type { Notifier } from '../core/ports.ts'
import type { PersonAtWindow } from './person.ts'
import { createToasts } from './toasts.ts'
import type { MainWindow } from './window.ts'

export interface DesktopNotifier extends Notifier {
  /** Told now and at each change what needs the person at the window; `null` while nobody is signed in. */
  follow(listener: (state: InboxState | null) => void): void
}

/** What the core says of every user, kept for whoever sits at the window. */
export function createNotifier(findWindow: () => MainWindow | null, person: PersonAtWindow): DesktopNotifier {
  const states = new Map<string, InboxState>()
  const listeners: ((state: InboxState | null) => void)[] = []
  const stateNow = () => states.get(person.current().userId ?? '') ?? null
  const tell = () => {
    for (const listener of listeners) listener(stateNow())
  }
  person.onChange(tell)
  return {
    appeared: createToasts(findWindow, person),
    changed(state) {
      states.set(state.userId, state)
      if (state.userId === person.current().userId) tell()
    },
    follow(listener) {
      listeners.push(listener)
      listener(stateNow())
    },
  }
}
