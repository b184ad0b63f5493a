import type { Clock } from '../ports.ts'

/** Why a person acts: it asked to, or the login needs a step that only a person can do. */
export type PersonReason = 'asked' | 'step'

/** Who acts on the bank page. */
export type Acting =
  | { readonly actor: 'script' }
  | {
      readonly actor: 'person'
      readonly reason: PersonReason
      /** What the person has to do, in the words of whoever asked. */
      readonly prompt: string | null
    }

export interface Control {
  readonly acting: Acting
  /** The person acts from now on; the script stops before its next act. Taken for a step, it stays one. */
  take(request?: { readonly reason: PersonReason; readonly prompt?: string }): void
  /** The script goes on. */
  handBack(): void
  /** Resolves when the script may act; rejects with the signal's reason when the session ends before that. */
  whenScriptMayAct(): Promise<void>
  /** Milliseconds during which a person acted, so far: they do not count against the limits of a script. */
  personTimeMs(): number
  /** Returns its own unsubscribe. */
  onChange(listener: (acting: Acting) => void): () => void
}

/** Who acts on one bank page; the script until a person takes over. `signal` ends the waiting of a script. */
export function createControl({ now, signal }: { readonly now: Clock; readonly signal?: AbortSignal }): Control {
  const listeners = new Set<(acting: Acting) => void>()
  let acting: Acting = { actor: 'script' }
  let takenAt: number | null = null
  let earlierMs = 0
  let handedBack = Promise.withResolvers<void>()
  handedBack.resolve()

  signal?.addEventListener('abort', () => handedBack.reject(signal.reason), { once: true })

  const set = (next: Acting) => {
    acting = next
    for (const listener of [...listeners]) listener(acting)
  }

  return {
    get acting() {
      return acting
    },
    take({ reason, prompt } = { reason: 'asked' }) {
      if (acting.actor === 'person' && reason === 'asked') return
      if (acting.actor === 'script') {
        takenAt = now()
        handedBack = Promise.withResolvers()
        // Nobody may be waiting when the session ends.
        handedBack.promise.catch(() => undefined)
        if (signal?.aborted) handedBack.reject(signal.reason)
      }
      set({ actor: 'person', reason, prompt: prompt ?? null })
    },
    handBack() {
      if (takenAt === null) return
      earlierMs += now() - takenAt
      takenAt = null
      set({ actor: 'script' })
      handedBack.resolve()
    },
    whenScriptMayAct: () => handedBack.promise,
    personTimeMs: () => earlierMs + (takenAt === null ? 0 : now() - takenAt),
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
