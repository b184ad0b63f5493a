import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { AppError, messageOf } from '../core/errors.ts'

const productFolder = 'Reconbanker Desktop'

/** Where a program of this system keeps its data. `env` and `home` are arguments so that each system can be tested. */
export function defaultDataDir(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  const base =
    platform === 'win32'
      ? (env.APPDATA ?? join(home, 'AppData', 'Roaming'))
      : platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : (env.XDG_DATA_HOME ?? join(home, '.local', 'share'))
  return join(base, productFolder)
}

const reasons: Record<string, string> = {
  EACCES: 'you have no right to write there',
  EPERM: 'you have no right to write there',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file has that name',
}

/** Makes the folder, readable by its owner only, and proves that it can be written. Throws `host.data_dir`. */
export function prepareDataDir(dir: string): void {
  const probe = join(dir, `.write-${process.pid}`)
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    writeFileSync(probe, '', { flag: 'wx' })
    rmSync(probe)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? ''
    throw new AppError(
      'unavailable',
      'host.data_dir',
      `The data folder ${dir} cannot be used: ${reasons[code] ?? messageOf(cause)}. Choose another one with --data-dir.`,
      { cause },
    )
  }
}
