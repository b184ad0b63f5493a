/** A signal must end the program within five seconds; what hangs longer is cut off. */
const limitMs = 4_500

/**
 * Ends the process when the system or the terminal asks: `stop` once, then exit code 0. Where `stop` fails or hangs the
 * code is 1; the data is safe then too, since every commit is on disk before it is acknowledged.
 */
export function stopOnSignals(stop: () => Promise<void>, onFailure: (error: unknown) => void): void {
  let stopping = false
  const end = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => {
      onFailure(new Error(`Stopping took longer than ${limitMs} ms`))
      process.exit(1)
    }, limitMs).unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        onFailure(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
  if (process.env.npm_lifecycle_event !== undefined) whenParentIsGone(end)
}

/**
 * npm hands a signal to the shell between itself and us; dash dies of it and tells nobody. Then this process has another
 * parent, and that is the signal.
 */
function whenParentIsGone(end: () => void): void {
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    end()
  }, 100)
  look.unref()
}
