import { spawn } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isFresh } from './fingerprint.ts'

/**
 * Builds the program unless the built one is of these sources. The build runs in a process of its own, so that its
 * memory is gone before the program starts, writes beside the old output and takes its place at the end. All messages
 * go to stderr.
 */
export async function ensureBuilt(root: string): Promise<void> {
  const dist = join(root, 'dist')
  if (isFresh(root, dist)) return
  process.stderr.write('Building the program, a few seconds …\n')
  const fresh = join(root, 'node_modules', '.cache', `build-${process.pid}`)
  try {
    await runVite(root, fresh)
    swap(dist, fresh)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

function runVite(root: string, outDir: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(vite)) throw new Error('The packages are not installed. Run: npm ci')
  const builder = spawn(process.execPath, [vite, 'build', '--configLoader', 'native', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, RECONBANKER_BUILD_DIR: outDir },
  })
  return new Promise((resolve, reject) => {
    builder.once('error', reject)
    builder.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('The build failed; see the lines above.')),
    )
  })
}

function swap(dist: string, fresh: string): void {
  const old = `${fresh}.old`
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(fresh, dist)
  rmSync(old, { recursive: true, force: true })
}
