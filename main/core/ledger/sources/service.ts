import { rm } from 'node:fs/promises'
import type { Store } from '../../db/store.ts'
import { messageOf } from '../../errors.ts'
import type { Upload } from '../../http/upload.ts'
import type { SignMemory } from '../../imports/sign-memory.ts'
import type { OtherAccount } from '../../imports/types.ts'
import type { Clock, Log } from '../../ports.ts'
import { StatementError } from '../../statements/failure.ts'
import { isStop } from '../../worker/failures.ts'
import type { WorkProgress } from '../../worker/messages.ts'
import type { Workers } from '../../worker/workers.ts'
import type { Actor, Audit } from '../audit/service.ts'
import type { Ledgers } from '../books/ledgers.ts'
import type { Ledger } from '../books/types.ts'
import { notFound, refused } from '../errors.ts'
import type { Mappings } from '../mappings/service.ts'
import { type RunJob, runJobs } from '../runs/run-jobs.ts'
import { type Runs, settledStatus } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import { recordSigns } from '../signs/record.ts'
import { type FileRow, fileQueries } from './file-queries.ts'
import { fileRefusal } from './file-refusal.ts'
import { createImportJobs } from './import-jobs.ts'
import { createRemovals } from './removals.ts'
import { createSourceTrail } from './source-trail.ts'
import type { Attached, ImportDone, ImportedFile, ImportInput, ImportResult } from './types.ts'

export interface UploadOptions {
  /** What the file is taken for: a notification only adds parts to lines that are there. */
  readonly as: 'statement' | 'notification'
  readonly idempotencyKey: string | null
  readonly mappingId: string | null
  readonly mapping: unknown
  /** False: what was kept for the header is left aside. */
  readonly useSavedMapping: boolean
  readonly answers: Readonly<Record<string, string>>
  /** Instead of the one found; null leaves it to the reader. */
  readonly encoding: string | null
  readonly force: boolean
  readonly excludeLines: readonly number[]
  readonly excludeMembers: readonly string[]
}

export interface Uploaded {
  readonly files: readonly FileRow[]
  readonly otherAccounts: readonly OtherAccount[]
  readonly linked: string | null
  /** Of a notification; null for statements, and for an upload that was done before. */
  readonly attached: Attached | null
  /** False when the idempotency key named an upload that was done before. */
  readonly isNew: boolean
}

export interface Sources {
  /** Imports a received file into the run; the caller discards the file afterwards. Refusals as in 10.1. */
  upload(actor: Actor, runId: string, file: Upload, options: UploadOptions): Promise<Uploaded>
  list(runId: string): FileRow[]
  get(runId: string, fileId: string): FileRow
  /** 409 `file_in_use` while an accepted match or a closing uses one of its lines. */
  remove(actor: Actor, run: Run, fileId: string): Promise<void>
  /** How far an import or a removal of a run is; null when none is under way. */
  progress(runId: string): WorkProgress | null
  /** Stops the import of a run; false when none is under way. */
  cancel(runId: string): boolean
  /** Clears what a crash left of imports. */
  recover(runs: readonly Run[]): void
  /** Ends an import whose lines are there as a whole (`runJobs`). */
  endImport(job: RunJob): Promise<void>
  /** Goes on with the removal of a file. */
  endRemoval(job: RunJob): Promise<void>
}

export interface SourceDeps {
  readonly store: Store
  readonly audit: Audit
  readonly ledgers: Ledgers
  readonly runs: Runs
  readonly mappings: Mappings
  readonly signs: SignMemory
  readonly workers: Workers
  readonly now: Clock
  readonly log: Log
  /** Called once a file's lines are there; its run is busy until this ends. */
  readonly onLinesArrived: (actor: Actor, runId: string, concerned: ImportResult['concerned']) => Promise<void>
  /** Called in the transaction after lines went, or after those of an interrupted import stayed. */
  readonly onItemsChanged: (actor: Actor, runId: string) => void
  /** As `onItemsChanged`, for many lines; the run is busy until this ends. */
  readonly onManyChanged: (actor: Actor, runId: string) => Promise<void>
  /** Called when an import into an automatic run ended well. */
  readonly onImported: (actor: Actor, run: Run) => void
  readonly onProgress: (run: Run, progress: WorkProgress) => void
}

/** Source files of runs: one import at a time per run and per ledger, so that identity sees what is there. */
export function createSources(deps: SourceDeps): Sources {
  const { store, audit, ledgers, runs, mappings, signs, now, log } = deps
  const queries = fileQueries(store.db)
  const trail = createSourceTrail(store.db, audit)
  const removals = createRemovals(deps)
  const jobs = createImportJobs(deps.workers, deps.onProgress)

  function checkUpload(ledger: Ledger, run: Run, file: Upload, options: UploadOptions): FileRow | null {
    const known = options.idempotencyKey ? queries.byKey(run.id, options.idempotencyKey) : null
    if (known && known.upload_sha256 !== file.sha256)
      throw refused(
        'idempotency_key_reused',
        'This idempotency key belongs to an upload of another file. Use a new key.',
      )
    if (known) return known
    runs.checkOpen(run)
    const same = options.force ? null : queries.sameBytes(ledger.id, file.sha256)
    if (same)
      throw refused(
        'duplicate_file',
        'This very file was imported for this ledger already. Send force=true to read it again; lines that are there are not doubled.',
        { run_id: same.run_id, file_id: same.id },
      )
    return null
  }

  function fail(actor: Actor, run: Run, error: unknown): void {
    const known = error instanceof StatementError ? { code: error.code, message: error.message } : null
    const failure = known ?? { code: 'internal', message: `The import failed: ${messageOf(error)}` }
    store.write(() => {
      const [kept, ...rest] = queries.unfinished(run.id)
      for (const file of [kept, ...rest]) if (file) queries.clear(file.id)
      for (const file of rest) queries.remove(file.id)
      if (kept) queries.fail(kept.id, failure)
      const hasFiles = queries.ofRun(run.id).some((file) => file.status === 'processed')
      // One bad file does not spoil a run that has good ones.
      runs.end(actor, run.id, hasFiles ? { status: settledStatus(run) } : { status: 'failed', failure })
      audit.record({
        actor,
        entity: 'source_file',
        entityId: kept?.id ?? run.id,
        runId: run.id,
        action: 'fail',
        after: failure,
      })
    })
  }

  const done = runJobs(store.db)
  const readDone = ({ id: runId, ledgerId }: Run) =>
    deps.workers.run<ImportResult>('ledger.import-done', { runId, ledgerId })

  async function work(actor: Actor, run: Run, input: ImportInput, as: UploadOptions['as']): Promise<ImportResult> {
    try {
      return await jobs.work(run, input, as === 'statement' ? 'ledger.import' : 'ledger.attach')
    } catch (error) {
      // Past the commit the file is there: what a thread could not tell is read again, at the latest by the next start.
      if (!store.db.open || done.find(run.id)) return readDone(run)
      fail(actor, run, error)
      log.info('import_failed', { run: run.id, ledger: run.ledgerId, error: messageOf(error) })
      throw error instanceof StatementError ? fileRefusal(error) : error
    }
  }

  /**
   * The lines are there as a whole; the run stays busy until each of them was looked at, some at a time, and then is told
   * to hold them. A crash between the two is ended by the next start (`recover`).
   */
  async function finish(
    actor: Actor,
    run: Run,
    ledger: Ledger,
    input: ImportDone['input'],
    result: ImportResult,
  ): Promise<Uploaded> {
    store.write(() => {
      if (result.linked !== null && ledger.identifiers.length === 0)
        ledgers.change(actor, ledger.id, { identifiers: [{ scheme: schemeOf(result.linked), value: result.linked }] })
      runs.refresh(actor, run.id)
    })
    await deps.onLinesArrived(actor, run.id, result.concerned)
    return store.write(() => {
      runs.end(actor, run.id, { status: settledStatus(run) })
      done.end(run.id)
      for (const file of result.files) keepMapping(actor, ledger, input, file)
      const owner = { userId: actor.userId, accountId: null, ledgerId: ledger.id }
      recordSigns(audit, actor, signs.learn(owner, result.learntSigns, input.fileName), run.id)
      const files = result.files.map(({ id }) => get(run.id, id))
      for (const file of files) {
        const lines = result.files.find(({ id }) => id === file.id)?.lines
        trail.imported(actor, run.id, { ...file, lines })
      }
      for (const { fileId, lines } of result.enriched) trail.enriched(actor, fileId, lines)
      const { otherAccounts, linked, attached = null } = result
      return { files, otherAccounts, linked, attached, isNew: true }
    })
  }

  /** How a table was read is kept for its header, with the answers that were given; the file names it. */
  function keepMapping(actor: Actor, ledger: Ledger, input: ImportDone['input'], file: ImportedFile): void {
    const id =
      input.mappingId ??
      file.appliedMappingId ??
      (file.mapping && mappings.keep(actor, ledger.id, { ...file.mapping, answers: input.answers }))
    if (id !== null && file.format === 'csv') queries.setMapping(file.id, id)
  }

  function get(runId: string, fileId: string): FileRow {
    const file = queries.byId(runId, fileId)
    if (!file) throw notFound(`Source file ${fileId} of this run`)
    return file
  }

  /** Of an import that an earlier version, or a failure, left without its end: the trail and the run know its files. */
  function endAsItIs(run: Run): void {
    if (trail.recordUntold(run) === 0) return
    const actor = { userId: run.userId, name: 'engine' }
    runs.end(actor, run.id, { status: settledStatus(run) })
    runs.refresh(actor, run.id)
    deps.onItemsChanged(actor, run.id)
  }

  return {
    get,
    list: queries.ofRun,
    progress: (runId) => jobs.progress(runId) ?? removals.progress(runId),
    cancel: jobs.cancel,
    async upload(actor, runId, file, options) {
      const first = runs.get(actor.userId, runId)
      const ledger = ledgers.find(actor.userId, first.ledgerId)
      const known = checkUpload(ledger, first, file, options)
      if (known) return { files: [known], otherAccounts: [], linked: null, attached: null, isNew: false }
      const chosen = options.mappingId === null ? null : mappings.get(actor.userId, options.mappingId)
      const { run } = runs.begin(actor, runId)
      const input: ImportInput = {
        path: file.path,
        fileName: file.name,
        sha256: file.sha256,
        target: {
          runId,
          ledgerId: ledger.id,
          currency: ledger.currency,
          identifiers: ledger.identifiers,
          precisionOverride: ledger.precisionOverride,
        },
        idempotencyKey: options.idempotencyKey,
        mappingId: options.mappingId,
        mapping: chosen ? chosen.mapping : options.mapping,
        mappings: options.useSavedMapping ? mappings.ofLedger(actor.userId, ledger.id) : [],
        signs: signs.of({ userId: actor.userId, accountId: null, ledgerId: ledger.id }),
        answers: { ...chosen?.answers, ...options.answers },
        encoding: options.encoding,
        excludeLines: options.excludeLines,
        excludeMembers: options.excludeMembers,
        force: options.force,
        actor: actor.name,
        at: now(),
      }
      try {
        const result = await jobs.inLane(ledger.id, () => work(actor, run, input, options.as))
        const uploaded = await finish(actor, run, ledger, input, result)
        deps.onImported(actor, runs.get(actor.userId, runId))
        return uploaded
      } finally {
        await rm(file.path, { force: true })
      }
    },
    async remove(actor, run, fileId) {
      await removals.remove(actor, run, get(run.id, fileId).id)
    },
    endRemoval: removals.endRemoval,
    recover: (interruptedRuns) =>
      store.write(() => {
        for (const run of interruptedRuns) {
          for (const file of queries.unfinished(run.id)) {
            queries.clear(file.id)
            queries.fail(file.id, {
              code: 'interrupted',
              message: 'The program ended during the import. Send the file again.',
            })
          }
          endAsItIs(run)
        }
      }),
    async endImport({ actor, runId, payload }) {
      const run = runs.get(actor.userId, runId)
      try {
        const result = await readDone(run)
        await finish(actor, run, ledgers.find(actor.userId, run.ledgerId), (payload as ImportDone).input, result)
      } catch (error) {
        // The next start tries again what the end of the program cut short.
        if (!store.db.open || isStop(error)) throw error
        store.write(() => {
          done.end(runId)
          endAsItIs(run)
        })
        throw error
      }
      deps.onImported(actor, runs.get(actor.userId, runId))
    },
  }
}

const schemeOf = (account: string) =>
  /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(account) ? ('iban' as const) : ('other' as const)
