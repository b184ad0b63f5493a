import { useState } from 'react'
import { api } from '../../api.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import type { BooksImported } from '../book-lists/books-api.ts'

interface Job {
  readonly busy: boolean
  readonly progress: { readonly done: number; readonly of: number | null } | null
  readonly failure: Failure | null
}

const idle: Job = { busy: false, progress: null, failure: null }
const pollMs = 300

/** Sends an export of the books and follows how many of its vouchers are booked. */
export function useBooksImport(onDone: (done: BooksImported) => void) {
  const [job, setJob] = useState(idle)

  async function follow(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await new Promise((next) => setTimeout(next, pollMs))
      const progress = await api.bookWork.importProgress().catch(() => null)
      if (!isOver() && progress) setJob((before) => ({ ...before, progress }))
    }
  }

  async function start(file: File, fields: Readonly<Record<string, string>>): Promise<void> {
    setJob({ ...idle, busy: true })
    let over = false
    void follow(() => over)
    try {
      const done = await api.bookWork.importBooks(file, fields)
      setJob(idle)
      onDone(done)
    } catch (error) {
      setJob({ ...idle, failure: asFailure(error) })
    } finally {
      over = true
    }
  }

  return { ...job, start }
}
