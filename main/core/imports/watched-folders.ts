import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, constants, mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { isAbsolute, join, parse, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { AppError, invalid, messageOf } from '../errors.ts'
import type { Clock, Log } from '../ports.ts'
import type { Imports } from './contract.ts'
import type { FileQuestions } from './file-questions.ts'

export interface WatchedFolder {
  readonly account_id: string
  readonly path: string
  readonly user_id: string
  readonly looked_at: number | null
  /** Why nothing can be read from it at the moment. */
  readonly problem: string | null
}

/** Folders of this computer from which statement files are imported by themselves. */
export interface WatchedFolders {
  get(userId: string, accountId: string): WatchedFolder | null
  /** Throws 400 when the path is no folder that this program can read and write. */
  set(userId: string, accountId: string, path: string): Promise<WatchedFolder>
  remove(userId: string, accountId: string): void
  /**
   * Looks into every folder, or one. A file is imported when it is as it was at the look before, so that one that is
   * still being written is left alone; then it goes to done/ or, with the reason in a .txt beside it, to failed/.
   */
  look(accountId?: string): Promise<void>
  /** Calls `look` again and again until `stop`. */
  start(everyMs: number): void
  stop(): Promise<void>
}

/** What a program writes before it renames. */
const unfinishedName = /^[.~]|\.(?:part|partial|tmp|crdownload|download)$/i
const doneFolder = 'done'
const failedFolder = 'failed'

interface Seen {
  readonly size: number
  readonly mtimeMs: number
}

export function createWatchedFolders(deps: {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'owned' | 'find'>
  readonly imports: Pick<Imports, 'import'>
  readonly questions: Pick<FileQuestions, 'ask'>
  readonly dataDir: string
  readonly now: Clock
  readonly log: Log
}): WatchedFolders {
  const { store, accounts, imports, questions, now, log } = deps
  const { db } = store
  const one = db.prepare<[string], WatchedFolder>('select * from watched_folders where account_id = ?')
  const all = db.prepare<[], WatchedFolder>('select * from watched_folders')
  const put = db.prepare(`
    insert into watched_folders (account_id, path, user_id, created_at) values (?, ?, ?, ?)
    on conflict (account_id) do update set path = excluded.path, user_id = excluded.user_id, problem = null, looked_at = null`)
  const drop = db.prepare('delete from watched_folders where account_id = ?')
  const looked = db.prepare('update watched_folders set looked_at = ?, problem = ? where account_id = ?')
  /** How each file was at the look before; forgotten by a restart, which costs one look. */
  const seen = new Map<string, Seen>()
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()

  async function checkFolder(path: string): Promise<void> {
    const refuse = (why: string) => invalid('folder.unusable', why, [{ path: 'path', message: why }])
    if (!isAbsolute(path)) throw refuse('The folder must be given with its whole path.')
    if (`${resolve(path)}${sep}`.startsWith(`${resolve(deps.dataDir)}${sep}`))
      throw refuse("The folder must not lie within the program's own data.")
    const found = await stat(path).catch(() => null)
    if (!found?.isDirectory()) throw refuse(`There is no folder ${path}. Create it first.`)
    await access(path, constants.R_OK | constants.W_OK).catch(() => {
      throw refuse(`The program may not read and write in ${path}.`)
    })
  }

  async function sha256Of(path: string): Promise<string> {
    const hash = createHash('sha256')
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  }

  /** Into a subfolder, under a name that is free there. Returns where it lies now. */
  async function moveTo(folder: string, subfolder: string, name: string): Promise<string> {
    const target = join(folder, subfolder)
    await mkdir(target, { recursive: true })
    const taken = new Set(await readdir(target))
    const { name: stem, ext } = parse(name)
    let free = name
    for (let number = 2; taken.has(free); number += 1) free = `${stem} (${number})${ext}`
    await rename(join(folder, name), join(target, free))
    return join(target, free)
  }

  async function importFile(
    { path: folder, account_id: accountId, user_id: userId }: WatchedFolder,
    name: string,
    before: Seen,
  ) {
    const path = join(folder, name)
    let sha256 = ''
    try {
      sha256 = await sha256Of(path)
      if (!isSame(before, await stat(path))) return
      await imports.import(
        userId,
        accountId,
        { path, name, bytes: before.size, sha256 },
        {
          origin: 'folder',
          force: false,
          idempotencyKey: null,
          choices: {
            mapping: undefined,
            answers: {},
            encoding: null,
            excludeLines: [],
            excludeMembers: [],
            currency: null,
            account: null,
            useSavedMapping: true,
          },
        },
      )
      await moveTo(folder, doneFolder, name)
    } catch (error) {
      // Imported before the program ended, and not moved any more.
      if (error instanceof AppError && error.code === 'duplicate_file')
        return void (await moveTo(folder, doneFolder, name))
      // The program is stopping: the file waits for the next start.
      if (error instanceof AppError && error.code === 'work.cancelled') return
      const place = await moveTo(folder, failedFolder, name)
      const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'internal'
      const faults =
        error instanceof Error && 'faults' in error ? (error.faults as { message: string; line?: number }[]) : []
      const lines = faults.map(({ line, message }) => (line === undefined ? message : `Line ${line}: ${message}`))
      await writeFile(`${place}.txt`, [`${messageOf(error)} (${code})`, ...lines, ''].join('\n'), 'utf8')
      questions.ask(accountId, sha256, place)
      log.info('folder_import_failed', { account: accountId, error: messageOf(error) })
    }
  }

  async function lookInto(row: WatchedFolder): Promise<void> {
    if (!accounts.find(row.account_id)) return
    const names = new Set<string>()
    let problem: string | null = null
    try {
      const entries = await readdir(row.path, { withFileTypes: true })
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (!entry.isFile() || unfinishedName.test(entry.name)) continue
        const path = join(row.path, entry.name)
        names.add(path)
        const found = await stat(path).catch(() => null)
        if (!found) continue
        const before = seen.get(path)
        seen.set(path, { size: found.size, mtimeMs: found.mtimeMs })
        if (before && found.size > 0 && isSame(before, found)) await importFile(row, entry.name, before)
      }
    } catch (error) {
      problem = messageOf(error)
    }
    for (const path of seen.keys()) if (path.startsWith(`${row.path}${sep}`) && !names.has(path)) seen.delete(path)
    store.write(() => looked.run(now(), problem, row.account_id))
  }

  const look: WatchedFolders['look'] = (accountId) => {
    // One look at a time: two of them would take a file for unchanged that has had no time to change.
    looking = looking.then(async () => {
      const rows = accountId === undefined ? all.all() : [one.get(accountId)].filter((row) => row !== undefined)
      for (const row of rows) await lookInto(row)
    })
    return looking
  }

  return {
    get(userId, accountId) {
      accounts.owned(userId, accountId)
      return one.get(accountId) ?? null
    },
    async set(userId, accountId, path) {
      accounts.owned(userId, accountId)
      const folder = resolve(path.trim())
      await checkFolder(isAbsolute(path.trim()) ? folder : path.trim())
      store.write(() => put.run(accountId, folder, userId, now()))
      return one.get(accountId) as WatchedFolder
    },
    remove(userId, accountId) {
      accounts.owned(userId, accountId)
      store.write(() => drop.run(accountId))
    },
    look,
    start(everyMs) {
      timer = setInterval(() => {
        look().catch((error: unknown) => log.error('folder_look_failed', { error: messageOf(error) }))
      }, everyMs)
      timer.unref()
    },
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}

const isSame = (a: Seen, b: Seen): boolean => a.size === b.size && a.mtimeMs === b.mtimeMs
