import { useEffect, useState } from 'react'
import { api } from '../../api.ts'
import type { ImportPreview } from '../../api-types.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { type Choices, formOf } from './choices.ts'

interface Preview {
  readonly read: ImportPreview | null
  readonly failure: Failure | null
  readonly busy: boolean
}

const settleMs = 150

/** What importing the file would do, read anew at every choice; the one before stays on the screen meanwhile. */
export function usePreview(accountId: string, file: File, choices: Choices): Preview {
  const [preview, setPreview] = useState<Preview>({ read: null, failure: null, busy: true })
  useEffect(() => {
    const abort = new AbortController()
    setPreview((before) => ({ ...before, busy: true }))
    const timer = setTimeout(() => {
      api.previewImport(accountId, formOf(file, choices), abort.signal).then(
        (read) => setPreview({ read, failure: null, busy: false }),
        (error: unknown) => {
          if (!abort.signal.aborted) setPreview({ read: null, failure: asFailure(error), busy: false })
        },
      )
    }, settleMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [accountId, file, choices])
  return preview
}
