import { randomUUID } from 'node:crypto'
import type { Account } from '../accounts/types.ts'
import { AppError, conflict, messageOf, missing } from '../errors.ts'
import { createLanes } from '../lanes.ts'
import { nextTurn } from '../slices.ts'
import { StatementError } from '../statements/failure.ts'
import { iso } from '../time.ts'
import type { WorkProgress } from '../worker/messages.ts'
import { createWriteBack } from '../worker/write-back.ts'
import { createApply } from './apply.ts'
import type { ImportDeps, ImportDetail, Imported, ImportOptions, Imports, ReceivedFile } from './contract.ts'
import type { Preview } from './preview-task.ts'
import { type ImportRow, importQueries } from './queries.ts'
import { stageQueries } from './stage-queries.ts'
import type { ImportInput, ImportSummary, ReadInput, ReadingChoices } from './types.ts'
import { createUndo } from './undo.ts'

const shownMatches = 50
/** Answers that say how a table is read, and so belong to its mapping. */
const mappingAnswers = new Set(['date_order', 'decimal_sign', 'amount_sign', 'columns', 'currency'])

export function createImports(deps: ImportDeps): Imports {
  const { store, accounts, mappings, signs, workers, events, now, log } = deps
  const queries = importQueries(store.db)
  const staged = stageQueries(store.db)
  const stopping = new AbortController()
  const writeBack = createWriteBack({ db: store.db, workers })
  const apply = createApply({ ...deps, stopping: stopping.signal, writeBack })
  const undo = createUndo({ ...deps, stopped: () => stopping.signal.aborted })
  const underWay = new Map<string, { readonly cancelling: AbortController; progress: WorkProgress }>()
  /** By account: identity has to see what the work before brought. */
  const lanes = createLanes()

  function tell(account: Account, importId: string): void {
    const data = { id: importId, status: queries.find(importId)?.status ?? 'failed' }
    events.emit({ ...about(account), type: 'import.updated', data, occurredAt: iso(now()) })
  }
  const about = (account: Account) => ({ userId: account.userId, accountId: account.id })

  const zoneOf = (account: Account) => deps.profile(account.bankId).timeZone

  const signOwner = ({ id, userId }: Account) => ({ userId, accountId: id, ledgerId: null })

  const readInput = (account: Account, path: string, choices: ReadingChoices): ReadInput => ({
    path,
    accountId: account.id,
    timeZone: zoneOf(account),
    identifiers: queries.identifiers(account.id),
    mappings: mappings.of(account.id),
    signs: signs.of(signOwner(account)),
    choices: { ...choices, currency: choices.currency ?? queries.usualCurrency(account.id) },
  })

  function known(account: Account, file: ReceivedFile, { idempotencyKey, force }: ImportOptions): ImportRow | null {
    const same = idempotencyKey === null ? null : queries.byKey(account.id, idempotencyKey)
    if (same && same.sha256 !== file.sha256)
      throw conflict(
        'idempotency_key_reused',
        'This idempotency key belongs to an import of another file. Use a new key.',
      )
    if (same) return same
    const bytes = force ? null : queries.byHash(account.id, file.sha256)
    if (bytes)
      throw new AppError(
        'conflict',
        'duplicate_file',
        'This very file was imported into this account already. Send force=true to read it again; lines that are there are not doubled.',
        { issues: [{ path: 'import_id', message: bytes.id }] },
      )
    return null
  }

  /** Where the thread that staged lines could not clear them itself. */
  async function clear(importId: string): Promise<void> {
    while (staged.clearSome(importId)) await nextTurn()
  }

  /** What was refused before anything counted leaves nothing behind; of a watched folder the reason stays listed. */
  async function fail(row: Pick<ImportRow, 'id' | 'origin'>, error: unknown): Promise<void> {
    const isKnown = error instanceof StatementError || error instanceof AppError
    const faults = error instanceof StatementError ? error.faults.slice(0, 100) : []
    const reason = { code: isKnown ? error.code : 'internal', message: messageOf(error), faults }
    await clear(row.id)
    store.write(() => {
      if (row.origin === 'upload') queries.remove(row.id)
      else queries.fail(row.id, reason, now())
    })
  }

  async function read(account: Account, input: ImportInput): Promise<ImportSummary> {
    const cancelling = new AbortController()
    const job = { cancelling, progress: { step: 'reading', done: 0, of: null } as WorkProgress }
    underWay.set(input.importId, job)
    tell(account, input.importId)
    return workers.run<ImportSummary>('movements.import', input, {
      signal: cancelling.signal,
      onProgress: (progress) => {
        job.progress = progress
      },
    })
  }

  /** The switch: from this transaction on the import happens, with what it teaches of mapping, number and signs. */
  function accept(account: Account, importId: string, summary: ImportSummary, resolvedAt: number, answers: Answers) {
    store.write(() => {
      queries.accept(summary, importId, resolvedAt)
      if (summary.linked !== null) queries.link(account.id, summary.linked, now())
      signs.learn(signOwner(account), summary.learntSigns, queries.find(importId)?.file_name ?? '')
      const { mapping } = summary
      if (mapping && mapping.signature !== '')
        mappings.keep(account.userId, account.id, {
          name: mapping.name,
          signature: mapping.signature,
          mapping: mapping.value,
          answers: Object.fromEntries(Object.entries(answers).filter(([code]) => mappingAnswers.has(code))),
        })
    })
  }

  async function applyNow(account: Account, importId: string): Promise<void> {
    const row = queries.find(importId) as ImportRow
    const job = underWay.get(importId)
    const isDone = await apply({
      importId,
      account,
      timeZone: zoneOf(account),
      lines: row.new_count + row.duplicate_count + row.debit_count,
      resolvedAt: row.resolved_at ?? row.created_at,
      onDone: (done) => {
        if (job) job.progress = { step: 'applying', done, of: null }
      },
      onStored: (count) =>
        events.emit({ ...about(account), type: 'movement.created', data: { count }, occurredAt: iso(now()) }),
    })
    if (isDone) await finish(importId)
  }

  /** Counted page by page: a quarter of a million lines hold the program for most of a second. */
  async function finish(importId: string): Promise<void> {
    const counts = { enriched: 0, duplicates: 0 }
    for (let page = queries.outcomesAfter(importId, 0); page; page = queries.outcomesAfter(importId, page.last)) {
      counts.enriched += page.enriched
      counts.duplicates += page.duplicates
      await nextTurn()
    }
    store.write(() => queries.finish(importId, now(), counts))
  }

  async function undoNow(account: Account, importId: string, userId: string): Promise<void> {
    if (await undo(importId, account, userId)) store.write(() => queries.undone(importId, now()))
  }

  function owned(userId: string, accountId: string, importId: string): { account: Account; row: ImportRow } {
    const account = accounts.owned(userId, accountId)
    const row = queries.find(importId)
    if (row?.account_id !== accountId) throw missing('import.missing', 'Import not found for this account')
    return { account, row }
  }

  const detail = (row: ImportRow): ImportDetail => ({
    row,
    statements: queries.statements(row.id),
    progress: underWay.get(row.id)?.progress ?? null,
    stake: row.status === 'done' ? queries.atStake(row.id, shownMatches) : null,
  })

  const imported = (row: ImportRow, isNew: boolean, linked: string | null): Imported => ({
    row,
    statements: queries.statements(row.id),
    progress: underWay.get(row.id)?.progress ?? null,
    stake: null,
    isNew,
    linked,
  })

  async function recover(row: ImportRow): Promise<void> {
    const account = accounts.find(row.account_id)
    if (!account) return
    log.info('recovering_import', { import: row.id, status: row.status })
    if (row.status === 'applying') await lanes.run(account.id, () => applyNow(account, row.id))
    else if (row.status === 'undoing')
      await lanes.run(account.id, () => undoNow(account, row.id, row.undone_by ?? account.userId))
    else {
      await clear(row.id)
      store.write(() =>
        queries.fail(
          row.id,
          { code: 'interrupted', message: 'The program ended during the reading. Import the file again.' },
          now(),
        ),
      )
    }
  }

  return {
    preview: (userId, accountId, path, choices) =>
      workers.run<Preview>('movements.preview', readInput(accounts.owned(userId, accountId), path, choices)),

    async import(userId, accountId, file, options) {
      const account = accounts.owned(userId, accountId)
      if (stopping.signal.aborted)
        throw conflict('work.cancelled', 'The program is stopping. Send the file again when it runs.')
      const same = known(account, file, options)
      if (same) return imported(same, false, null)
      const importId = randomUUID()
      queries.insert({
        id: importId,
        accountId,
        userId,
        origin: options.origin,
        fileName: file.name,
        bytes: file.bytes,
        sha256: file.sha256,
        idempotencyKey: options.idempotencyKey,
        excludedLines: JSON.stringify(options.choices.excludeLines),
        at: now(),
      })
      return lanes.run(accountId, async () => {
        try {
          const resolvedAt = now()
          const input = { ...readInput(account, file.path, options.choices), importId }
          const summary = await writeBack(async () => {
            const found = await read(account, input)
            accept(account, importId, found, resolvedAt, options.choices.answers)
            await applyNow(account, importId)
            return found
          })
          log.info('imported', { import: importId, account: accountId, ...summary.counts })
          return imported(queries.find(importId) as ImportRow, true, summary.linked)
        } catch (error) {
          const { status } = queries.find(importId) ?? { status: null }
          // Past the switch the import is not taken back: the next start ends it.
          if (status === 'reading') await fail({ id: importId, origin: options.origin }, error)
          log.info('import_failed', { import: importId, account: accountId, error: messageOf(error) })
          throw error
        } finally {
          underWay.delete(importId)
          tell(account, importId)
        }
      })
    },

    list(userId, accountId, { limit, offset }) {
      accounts.owned(userId, accountId)
      return { total: queries.count(accountId), rows: queries.list(accountId, limit, offset) }
    },
    get: (userId, accountId, importId) => detail(owned(userId, accountId, importId).row),
    cancel(userId, accountId, importId) {
      const { row } = owned(userId, accountId, importId)
      const job = row.status === 'reading' ? underWay.get(importId) : undefined
      job?.cancelling.abort()
      return job !== undefined
    },

    async undo(userId, accountId, importId) {
      const { account } = owned(userId, accountId, importId)
      return lanes.run(accountId, async () => {
        const { row } = owned(userId, accountId, importId)
        if (row.status === 'undone') return detail(row)
        if (row.status !== 'done')
          throw conflict('import.notDone', `Only an import that is done can be undone; this one is ${row.status}.`)
        store.write(() => queries.startUndo(importId, userId, now()))
        await undoNow(account, importId, userId)
        tell(account, importId)
        return detail(queries.find(importId) as ImportRow)
      })
    },

    async start() {
      for (const row of queries.unfinished())
        await recover(row).catch((error: unknown) =>
          // The next start tries again; everything else goes on meanwhile.
          log.error('import_not_recovered', { import: row.id, error: messageOf(error) }),
        )
    },
    async stop() {
      stopping.abort()
      for (const { cancelling } of underWay.values()) cancelling.abort()
      await lanes.settled()
    },
  }
}

type Answers = ReadingChoices['answers']
