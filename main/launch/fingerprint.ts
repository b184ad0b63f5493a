import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What the built program is made of. */
const inputs = ['main', 'preload', 'renderer', 'vite.config.ts', 'package-lock.json']

/** Names the present state of the sources: it changes when a file is added, removed or saved. */
function fingerprint(root: string): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesOf(join(root, input))).sort()) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}\n${size}\n${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

const stampFile = 'build.json'

/** True when `dist` was built from just these sources. */
export function isFresh(root: string, dist: string): boolean {
  try {
    const stamp = JSON.parse(readFileSync(join(dist, stampFile), 'utf8')) as { sources: string }
    return stamp.sources === fingerprint(root)
  } catch {
    // Never built, or not to the end.
    return false
  }
}

/** The stamp that a finished build leaves beside its output. */
export const stampOf = (root: string) => ({ name: stampFile, text: JSON.stringify({ sources: fingerprint(root) }) })
