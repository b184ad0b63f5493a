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
}
