import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './open.ts'

/**
 * Writes a complete copy of the data file to `archive/` before something deletes history on purpose, and returns its
 * path. Secrets in it stay sealed.
 */
export function archiveCopy(db: Database, dataDir: string, at: number): string {
  const folder = join(dataDir, 'archive')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `reconbanker-${new Date(at).toISOString().replace(/[:.]/g, '-')}.db`)
  db.prepare('vacuum into ?').run(file)
  return file
}
