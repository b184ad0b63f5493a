import { useEffect, useState } from 'react'
import { api } from '../../../api.ts'
import { asFailure, type Failure } from '../../../shared/failure.ts'
import type { PreviewFile, TableOfFile } from '../ledger-api.ts'
import { type Choices, fieldsOf } from './choices.ts'

export interface Preview {
  readonly files: readonly PreviewFile[] | null
  readonly failure: Failure | null
  /** How the file is read as a table, line by line; also of one that cannot be imported yet. */
  readonly table: TableOfFile | null
  readonly busy: boolean
}

const nothing: Preview = { files: null, failure: null, table: null, busy: false }

/** What a file holds, read anew when the ledger or a choice changes; nothing is stored. What was read before stays in sight. */
export function usePreview(file: File | null, ledgerId: string | null, choices: Choices): Preview {
  const [preview, setPreview] = useState(nothing)
  useEffect(() => {
    if (!file) return setPreview(nothing)
    const abort = new AbortController()
    setPreview((before) => ({ ...before, busy: true }))
    const fields = { ...(ledgerId === null ? {} : { ledger_id: ledgerId }), ...fieldsOf(choices) }
    const tableOf = async () => (await api.books.previewTable(file, fields, abort.signal)).table
    const read = async (): Promise<Preview> => {
      try {
        const { files } = await api.books.preview(file, fields, abort.signal)
        const isTable = files.length === 1 && files[0]?.mapping != null
        return { files, failure: null, table: isTable ? await tableOf() : null, busy: false }
      } catch (error) {
        const failure = asFailure(error)
        // What a table lacks is settled at its columns and lines.
        const table = failure.status === 422 ? await tableOf().catch(() => null) : null
        return { files: null, failure, table, busy: false }
      }
    }
    void read().then((next) => {
      if (!abort.signal.aborted) setPreview(next)
    })
    return () => abort.abort()
  }, [file, ledgerId, choices])
  return preview
}
