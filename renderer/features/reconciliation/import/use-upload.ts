import { useState } from 'react'
import { api } from '../../../api.ts'
import { asFailure, type Failure } from '../../../shared/failure.ts'
import type { Progress, Uploaded } from '../ledger-api.ts'

export interface UploadState {
  readonly step: 'reading' | 'matching' | null
  readonly progress: Progress | null
  readonly failure: Failure | null
  readonly runId: string | null
}

const idle: UploadState = { step: null, progress: null, failure: null, runId: null }
const pollMs = 300

interface Input {
  readonly file: File
  readonly ledgerId: string
  readonly openRunId: string | null
  readonly fields: Readonly<Record<string, string>>
}

/** Sends a statement into the open run of a ledger, or into a new one, and matches it. */
export function useUpload(onDone: (runId: string, uploaded: Uploaded) => void) {
  const [state, setState] = useState(idle)

  async function follow(runId: string, done: () => boolean): Promise<void> {
    while (!done()) {
      await new Promise((next) => setTimeout(next, pollMs))
      const progress = await api.books.progress(runId).catch(() => null)
      if (!done() && progress) setState((before) => ({ ...before, progress }))
    }
  }

  async function start({ file, ledgerId, openRunId, fields }: Input): Promise<void> {
    setState({ ...idle, step: 'reading' })
    let made: string | null = null
    try {
      if (openRunId === null) made = (await api.books.addRun(ledgerId, null)).id
      const runId = openRunId ?? made ?? ''
      setState((before) => ({ ...before, runId }))
      let ended = false
      const upload = api.books.upload(runId, file, fields).finally(() => {
        ended = true
      })
      void follow(runId, () => ended)
      const uploaded = await upload
      // What was imported stays, whatever becomes of the rest.
      made = null
      setState((before) => ({ ...before, step: 'matching' }))
      await api.books.autoMatch(runId).catch(() => undefined)
      setState(idle)
      onDone(runId, uploaded)
    } catch (error) {
      // A run that never got a file is nobody's.
      if (made !== null) await api.books.deleteRun(made).catch(() => undefined)
      setState({ ...idle, failure: asFailure(error) })
    }
  }

  return {
    state,
    start,
    cancel: () => (state.runId === null ? undefined : void api.books.cancel(state.runId)),
  }
}
