import { useState } from 'react'
import { asFailure } from '../../shared/failure.ts'
import { useFailureText } from '../../shared/failure-text.ts'

/** Sends a form once at a time; what went wrong stays beside it. */
export function useSubmit() {
  const failureText = useFailureText()
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (thrown) {
      setError(failureText(asFailure(thrown)))
    } finally {
      setBusy(false)
    }
  }
  return { error, busy, send, setError }
}
