import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostOfUrl } from '../../main/core/browser/allowed-hosts.ts'
import { findBrowser } from '../../main/core/browser/find.ts'
import { type HostGuard, startHostGuard } from '../../main/core/browser/host-guard.ts'
import { type LaunchedBrowser, launchBrowser } from '../../main/core/browser/launch.ts'
import { createQuietLog } from './quiet-log.ts'

export interface TestBrowser extends LaunchedBrowser {
  readonly guard: HostGuard
  /** A guard that lets nothing through, for script rooms. */
  readonly deadEnd: HostGuard
}

export function browserPath(): string {
  const path = findBrowser()
  if (path === null) throw new Error('These tests need an installed Chrome, Edge or Chromium')
  return path
}

export const temporaryFolder = (): { path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'reconbanker-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) }
}

/** A real browser behind a guard that allows the given addresses only; `close` ends everything. */
export async function startTestBrowser(allowed: readonly string[]): Promise<TestBrowser> {
  const folder = temporaryFolder()
  const rules = allowed.flatMap((url) => hostOfUrl(url) ?? [])
  const [guard, deadEnd] = await Promise.all([
    startHostGuard({ rules, env: {} }),
    startHostGuard({ rules: [], env: {} }),
  ])
  const browser = await launchBrowser({
    executablePath: browserPath(),
    profileDir: join(folder.path, 'profile'),
    headless: true,
    locale: 'es-UY',
    timeZone: 'America/Montevideo',
    proxyUrl: guard.url,
    log: createQuietLog(),
  })
  return {
    ...browser,
    guard,
    deadEnd,
    async close() {
      await browser.close()
      await Promise.all([guard.close(), deadEnd.close()])
      folder.remove()
    },
  }
}
