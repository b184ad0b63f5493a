import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A new empty folder that lives until `remove`. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'reconbanker-test-'))
  // A browser that was just killed may still write into its profile.
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) }
}

/** A new empty folder, removed when the test ends. */
export function makeFolder(): string {
  const { path, remove } = temporaryFolder()
  onTestFinished(remove)
  return path
}
