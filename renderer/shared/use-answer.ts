import { useEffect, useState } from 'react'
import { asFailure, type Failure } from './failure.ts'

export interface Answer<T> {
  /** What was answered last; kept while the next is awaited. */
  readonly data: T | null
  readonly failure: Failure | null
  readonly busy: boolean
}

const nothing: Answer<never> = { data: null, failure: null, busy: false }

/** Asks whenever `key` changes, drops what comes too late, and asks nothing while `ask` is null. */
export function useAnswer<T>(ask: ((signal: AbortSignal) => Promise<T>) | null, key: string): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>(nothing)
  const isAsking = ask !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the question is another one
  useEffect(() => {
    if (!ask) return setAnswer(nothing)
    const abort = new AbortController()
    setAnswer((before) => ({ ...before, busy: true }))
    ask(abort.signal).then(
      (data) => !abort.signal.aborted && setAnswer({ data, failure: null, busy: false }),
      (error: unknown) => !abort.signal.aborted && setAnswer({ data: null, failure: asFailure(error), busy: false }),
    )
    return () => abort.abort()
  }, [key, isAsking])
  return answer
}
