import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'
import { projectRoot } from '../support/ports.ts'

/** One number of a data file; a program may be working on it. */
export function storedIn(dataDir: string) {
  const db = new SqliteDatabase(join(dataDir, 'reconbanker.db'), { readonly: true })
  return {
    count: (sql: string) => Number(db.prepare(sql).pluck().get()),
    rows: (sql: string) => db.prepare(sql).raw().all(),
    close: () => db.close(),
  }
}

/** Lets a program of its own do one call and kills it as soon as the data file shows that its work got so far. */
export async function killWhen(
  dataDir: string,
  isTime: (count: (sql: string) => number) => boolean,
  args: readonly string[],
): Promise<void> {
  const caller = spawn(process.execPath, [join(projectRoot, 'test/crash/caller.ts'), dataDir, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  caller.stdout.on('data', (text: Buffer) => {
    told += text.toString()
  })
  let isGone = false
  const gone = new Promise<void>((resolve) =>
    caller.once('exit', () => {
      isGone = true
      resolve()
    }),
  )
  const db = storedIn(dataDir)
  try {
    while (!isTime(db.count)) {
      if (told !== '' || isGone) throw new Error(`the work was not caught: ${told || 'the program ended by itself'}`)
      await setTimeout(1)
    }
  } finally {
    caller.kill('SIGKILL')
    await gone
    db.close()
  }
}
