import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Its installer gives up by itself after ten seconds without a connection; this is for a line that crawls. */
const fetchLimitMs = 180_000

/** Path of Electron's program, or `null` where it is not installed. Since Electron 42 no install script fetches it. */
export function installedElectron(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(program) ? program : null
}

/** As `installedElectron`, but tries to fetch it first. `null` when its release host cannot be reached. */
export function fetchedElectron(root: string): string | null {
  const present = installedElectron(root)
  if (present !== null) return present
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(installer)) return null
  process.stderr.write('Fetching Electron, once (about 120 MB) …\n')
  spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: fetchLimitMs })
  return installedElectron(root)
}
