import { createCore } from './core/core.ts'
import { AppError } from './core/errors.ts'
import { openAppWindow } from './node/app-window.ts'
import { parseFlags } from './node/flags.ts'
import { startBrowserHost } from './node/host.ts'
import { logBugs } from './node/log.ts'
import { stopOnSignals } from './node/stop-signals.ts'

/** The browser host as a program: the first line on stdout is one JSON object, everything else goes to stderr. */
async function serve(args: readonly string[]): Promise<void> {
  const flags = parseFlags(args)
  const host = await startBrowserHost({
    ...flags,
    passphrase: process.env.RECONBANKER_PASSPHRASE,
    logLevel: process.env.RECONBANKER_LOG_LEVEL,
    createCore,
  })
  const { url, port, log } = host
  logBugs(log)
  let closeWindow = () => {}
  stopOnSignals(
    async () => {
      closeWindow()
      await host.stop()
    },
    (error) => log.error('stop failed', { error }),
  )
  process.stdout.write(`${JSON.stringify({ url, port, pid: process.pid, data_dir: flags.dataDir })}\n`)

  if (!flags.open) return
  const { ensureBrowser } = await import('./core/browser/install.ts')
  const window = await openAppWindow({ url, dataDir: flags.dataDir, log, findBrowser: () => ensureBrowser(log) })
  closeWindow = () => window.close()
}

serve(process.argv.slice(2)).catch((error: unknown) => {
  const text = error instanceof AppError ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`${text}\n`)
  process.exit(1)
})
