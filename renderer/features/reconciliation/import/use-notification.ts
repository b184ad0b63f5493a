import { useEffect, useState } from 'react'
import { api } from '../../../api.ts'
import { asFailure, type Failure } from '../../../shared/failure.ts'
import { loadBooks } from '../../books/store.ts'
import type { Attached, AttachPreview } from '../ledger-api.ts'
import { refreshRun } from '../store.ts'

interface Done {
  readonly fileId: string
  readonly attached: Attached
}

interface State {
  readonly preview: AttachPreview | null
  readonly failure: Failure | null
  /** Why it was not attached. */
  readonly refused: Failure | null
  readonly busy: boolean
  readonly done: Done | null
}

const idle: State = { preview: null, failure: null, refused: null, busy: false, done: null }

/** A notification for an open run: what it would divide, attaching it, and taking that back. */
export function useNotification(file: File, runId: string | null) {
  const [state, setState] = useState(idle)
  const change = (part: Partial<State>) => setState((before) => ({ ...before, ...part }))
  useEffect(() => {
    setState(idle)
    if (runId === null) return
    const abort = new AbortController()
    api.books.previewNotification(runId, file, abort.signal).then(
      (preview) => setState({ ...idle, preview }),
      (error: unknown) => {
        if (!abort.signal.aborted) setState({ ...idle, failure: asFailure(error) })
      },
    )
    return () => abort.abort()
  }, [file, runId])

  async function work(action: (id: string) => Promise<Partial<State>>): Promise<boolean> {
    if (runId === null) return false
    change({ busy: true, refused: null })
    try {
      const next = await action(runId)
      change({ ...next, busy: false })
      refreshRun(runId)
      void loadBooks()
      return true
    } catch (error) {
      change({ refused: asFailure(error), busy: false })
      return false
    }
  }

  return {
    ...state,
    attach: (force: boolean) =>
      work(async (id) => {
        const { source_file: source, attached } = await api.books.attachNotification(id, file, force)
        // The payments may have partners of their own; what was attached stays, whatever becomes of that.
        await api.books.autoMatch(id).catch(() => undefined)
        return attached === null ? {} : { done: { fileId: source.id, attached } }
      }),
    undo: (fileId: string) =>
      work(async (id) => {
        await api.books.removeSource(id, fileId)
        return { done: null, preview: await api.books.previewNotification(id, file, new AbortController().signal) }
      }),
  }
}
