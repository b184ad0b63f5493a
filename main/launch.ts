import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './launch/build.ts'
import { fetchedElectron } from './launch/electron-binary.ts'

/** Starts the program from a checkout: builds it when needed, then runs what was asked for. */
const root = join(import.meta.dirname, '..')
const usage = 'Usage: node main/launch.ts <start|serve|demo|build> [flags]'

async function launch([command, ...flags]: readonly string[]): Promise<void> {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 24)
    throw new Error(`Node 24 is needed, this is ${process.versions.node}. Start it as: npm run ${command}`)
  switch (command) {
    case 'build':
      return ensureBuilt(root)
    case 'serve':
    case 'demo':
      await ensureBuilt(root)
      return runHere(command, flags)
    case 'start':
      await ensureBuilt(root)
      return startWindow(flags)
    default:
      throw new Error(usage)
  }
}

/**
 * The built program in place of this one: same process id, same streams. Where the system cannot replace a process
 * (Windows), it is loaded into this one, which keeps 20 MB of Node's TypeScript reader.
 */
async function runHere(entry: 'serve' | 'demo', flags: readonly string[]): Promise<void> {
  const file = join(root, 'dist', 'main', `${entry}.js`)
  if (process.platform !== 'win32' && process.execve)
    process.execve(process.execPath, [process.execPath, file, ...flags])
  process.argv = [process.execPath, file, ...flags]
  await import(pathToFileURL(file).href)
}

/** The desktop program where Electron can be had and has a screen, else the browser host, said in one line. */
async function startWindow(flags: readonly string[]): Promise<void> {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  const electron = hasScreen ? fetchedElectron(root) : null
  if (electron === null) {
    const reason = hasScreen ? 'Electron is not here and cannot be fetched' : 'There is no screen for a window'
    process.stderr.write(`${reason}; starting in the browser host instead.\n`)
    return runHere('serve', flags)
  }
  // Chromium refuses to run as root with its sandbox.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const desktop = spawn(electron, [...asRoot, root, ...flags], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => desktop.kill(signal))
  desktop.once('exit', (code) => process.exit(code ?? 1))
}

launch(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
