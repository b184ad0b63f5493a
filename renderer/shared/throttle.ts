/** Runs at once, then at most every `ms`; the last call of a burst is never lost. */
export function throttled(run: () => void, ms: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let again = false
  const fire = () => {
    run()
    timer = setTimeout(() => {
      timer = undefined
      if (!again) return
      again = false
      fire()
    }, ms)
  }
  return () => {
    if (timer === undefined) fire()
    else again = true
  }
}
