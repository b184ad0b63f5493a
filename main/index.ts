import { join } from 'node:path'
import { app, dialog, session } from 'electron'
import { createCore } from './core/core.ts'
import { AppError } from './core/errors.ts'
import { createCalls } from './electron/calls.ts'
import { type DesktopFlags, parseDesktopFlags } from './electron/desktop-flags.ts'
import { answerCalls } from './electron/ipc.ts'
import { createSafeStorageHolder } from './electron/key-holder.ts'
import { setMenu } from './electron/menu.ts'
import { refuseNavigation } from './electron/navigation.ts'
import { createNotifier } from './electron/notifier.ts'
import { limitPermissions } from './electron/permissions.ts'
import { createPerson } from './electron/person.ts'
import { followPower } from './electron/power.ts'
import { stopBeforeQuit } from './electron/quit.ts'
import { declareScheme, serveScheme } from './electron/scheme.ts'
import { becomeOnlyInstance } from './electron/single-instance.ts'
import { createTray } from './electron/tray.ts'
import { createMainWindow, type MainWindow } from './electron/window.ts'
import { createWindowState } from './electron/window-state.ts'
import { wordsFor } from './electron/words.ts'
import { prepareDataDir } from './node/data-dir.ts'
import { lockInstance } from './node/instance-lock.ts'
import { createKeyFileHolder } from './node/key-file-holder.ts'
import { chooseKeyHolder } from './node/key-holder.ts'
import { createLog, logBugs } from './node/log.ts'
import { findPackageRoot } from './node/package-root.ts'
import { createPages } from './node/pages.ts'
import { createPassphraseHolder } from './node/passphrase-holder.ts'
import { readVersion } from './node/product.ts'

/** The desktop host: the order of start and stop, and nothing else. */
async function start(flags: DesktopFlags, shown: { window: MainWindow | null }): Promise<void> {
  const { dataDir } = flags
  const packageRoot = findPackageRoot()
  const opened = new AsyncDisposableStack()
  const lock = opened.adopt(lockInstance(dataDir), (held) => held.release())
  const { log } = opened.adopt(
    createLog({ dir: join(dataDir, 'logs'), level: process.env.RECONBANKER_LOG_LEVEL ?? 'info' }),
    (openLog) => openLog.close(),
  )
  logBugs(log)
  refuseNavigation(log)

  await app.whenReady()
  limitPermissions(session.defaultSession)
  const words = wordsFor(app.getLocale())
  const person = createPerson(words)
  const notifier = createNotifier(() => shown.window, person)
  const core = opened.adopt(
    await createCore({
      dataDir,
      resourcesDir: join(packageRoot, 'resources'),
      workerFile: join(packageRoot, 'dist', 'main', 'worker.js'),
      now: Date.now,
      keyHolder: keyHolderFor(dataDir, process.env.RECONBANKER_PASSPHRASE),
      notifier,
      log,
      allowLocalTargets: flags.allowLocalTargets,
      version: readVersion(packageRoot),
    }),
    (running) => running.stop(),
  )
  const quitting = stopBeforeQuit(() => opened.disposeAsync(), log)
  serveScheme({ api: core.api, pages: createPages(join(packageRoot, 'dist', 'renderer')) })
  await core.start()
  lock.describe('the desktop program')

  const icons = join(packageRoot, 'resources', 'icons')
  setMenu(words)
  const state = createWindowState()
  const window = createMainWindow({
    packageRoot,
    icon: join(icons, 'icon.png'),
    state,
    log,
    mayClose: () => quitting.hasBegun(),
  })
  shown.window = window
  opened.defer(() => state.remember(window.browserWindow))
  answerCalls(createCalls(window, person), log)
  const tray = createTray({ icon: join(icons, 'tray.png'), window, person, quit: () => app.quit() })
  notifier.follow(tray.show)
  opened.defer(() => tray.destroy())
  followPower(log, () => app.quit())
  app.on('activate', () => window.show())
}

/** New secrets go to the key store of the system, or to a passphrase where one is given; older ways still open. */
function keyHolderFor(dataDir: string, passphrase: string | undefined) {
  const keyFile = createKeyFileHolder(join(dataDir, 'key'))
  const safeStorage = createSafeStorageHolder()
  return passphrase
    ? chooseKeyHolder([createPassphraseHolder(passphrase), safeStorage, keyFile])
    : chooseKeyHolder([safeStorage, keyFile])
}

function fail(error: unknown): void {
  const text = error instanceof AppError ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`${text}\n`)
  dialog.showErrorBox('Reconbanker', text ?? '')
  app.exit(1)
}

function run(): void {
  const shown: { window: MainWindow | null } = { window: null }
  try {
    const flags = parseDesktopFlags(process.argv.slice(1))
    prepareDataDir(flags.dataDir)
    app.setPath('userData', flags.shellDir)
    app.enableSandbox()
    declareScheme()
    if (becomeOnlyInstance(() => shown.window?.show())) start(flags, shown).catch(fail)
    else app.quit()
  } catch (error) {
    fail(error)
  }
}

run()
