import { useEffect, useRef, useState } from 'react'
import { api } from '../../api.ts'
import type { StatementImportDetail } from '../../api-types.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { type Choices, formOf } from './choices.ts'
import { importChanged } from './store.ts'

type Progress = NonNullable<StatementImportDetail['progress']>

const lookMs = 500

/** Imports a file and follows it: how far it is, and the way to stop it. */
export function useImport(accountId: string, onDone: (done: StatementImportDetail) => void) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [stopping, setStopping] = useState(false)
  const running = useRef<string | null>(null)
  const key = useRef<string | null>(null)

  // The call answers when the import is done; meanwhile its row says how far it is.
  useEffect(() => {
    if (!busy) return
    const timer = setInterval(async () => {
      const { rows } = await api.imports(accountId, { limit: 5, offset: 0 }).catch(() => ({ rows: [] }))
      const own = rows.find((row) => row.idempotency_key !== null && row.idempotency_key === key.current)
      if (!own) return
      running.current = own.id
      const detail = await api.importDetail(accountId, own.id).catch(() => null)
      if (detail?.progress) setProgress(detail.progress)
      // Asked for before the import had a number, or between two of its steps.
      if (stopping) await api.cancelImport(accountId, own.id).catch(() => undefined)
    }, lookMs)
    return () => clearInterval(timer)
  }, [busy, stopping, accountId])

  return {
    busy,
    failure,
    progress,
    /** It was asked to stop and has not yet. */
    stopping,
    async start(file: File, choices: Choices) {
      key.current = crypto.randomUUID()
      running.current = null
      setProgress(null)
      setFailure(null)
      setBusy(true)
      try {
        onDone(await api.importFile(accountId, formOf(file, choices, key.current)))
      } catch (error) {
        setFailure(asFailure(error))
      } finally {
        setBusy(false)
        setStopping(false)
        importChanged(accountId)
      }
    },
    cancel() {
      setStopping(true)
      if (running.current) void api.cancelImport(accountId, running.current)
    },
  }
}
