import { useEffect, useState } from 'react'
import { api } from '../../../api.ts'
import { asFailure, type Failure } from '../../../shared/failure.ts'
import type { PreviewFile } from '../ledger-api.ts'

export interface Preview {
  readonly files: readonly PreviewFile[] | null
  readonly failure: Failure | null
  readonly busy: boolean
}

const nothing: Preview = { files: null, failure: null, busy: false }

/** What a file holds, read anew when the ledger or an answer changes; nothing is stored. */
export function usePreview(
  file: File | null,
  ledgerId: string | null,
  answers: Readonly<Record<string, string>>,
): Preview {
  const [preview, setPreview] = useState(nothing)
  const given = JSON.stringify(answers)
  useEffect(() => {
    if (!file) return setPreview(nothing)
    const abort = new AbortController()
    setPreview((before) => ({ ...before, busy: true, failure: null }))
    const fields = { ...(ledgerId === null ? {} : { ledger_id: ledgerId }), answers: given }
    api.books.preview(file, fields, abort.signal).then(
      ({ files }) => setPreview({ files, failure: null, busy: false }),
      (error: unknown) => {
        if (!abort.signal.aborted) setPreview({ files: null, failure: asFailure(error), busy: false })
      },
    )
    return () => abort.abort()
  }, [file, ledgerId, given])
  return preview
}
