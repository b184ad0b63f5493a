import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** One holder per `userData`; another start leaves its arguments there for the holder and gets false. */
export function takeLock(userData: string, onSecond: (argv: string[], folder: string) => void): boolean {
  const folder = join(userData, 'double-instance')
  const lock = join(folder, 'lock')
  mkdirSync(folder, { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch {
      if (isAlive(Number(readFileSync(lock, 'utf8')))) {
        const message = JSON.stringify({ argv: process.argv, folder: process.cwd() })
        writeFileSync(join(folder, `second-${process.pid}`), message)
        return false
      }
      rmSync(lock, { force: true })
    }
  }
  const readMessages = () => {
    for (const name of readdirSync(folder).filter((file) => file.startsWith('second-'))) {
      const text = readFileSync(join(folder, name), 'utf8')
      // The writer may not have finished; its next change comes here again.
      if (!text.endsWith('}')) continue
      rmSync(join(folder, name))
      const message = JSON.parse(text) as { argv: string[]; folder: string }
      onSecond(message.argv, message.folder)
    }
  }
  watch(folder, readMessages).unref()
  process.on('exit', () => rmSync(lock, { force: true }))
  return true
}
