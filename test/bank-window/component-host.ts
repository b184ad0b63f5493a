import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { type Browser, chromium, type Page } from 'playwright'
import postcssPresetMantine from 'postcss-preset-mantine'
import { build } from 'vite'
import { createPages } from '../../main/node/pages.ts'
import { listenOnLoopback } from '../../main/node/server.ts'
import { browserPath } from '../support/test-browser.ts'

export interface ComponentPages {
  readonly dir: string
  remove(): void
}

/** Builds the page with the component as the product's window is built. */
export async function buildComponentPage(): Promise<ComponentPages> {
  const dir = mkdtempSync(join(tmpdir(), 'reconbanker-page-'))
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    logLevel: 'error',
    plugins: [react()],
    css: { postcss: { plugins: [postcssPresetMantine()] } },
    build: { outDir: dir, emptyOutDir: true, target: 'chrome140', minify: false, chunkSizeWarningLimit: 4000 },
  })
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

interface Surface {
  fetch(request: Request, env?: unknown): Response | Promise<Response>
}

/** Serves the built page and the API through the product's own loopback door. */
export const serveComponent = (pages: ComponentPages, surface: Surface, port = 0) =>
  listenOnLoopback({
    api: { fetch: (request, env) => surface.fetch(request, env) },
    pages: createPages(pages.dir),
    port,
  })

export const startViewerBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath(), headless: true, chromiumSandbox: process.getuid?.() !== 0 })

export interface ViewerOptions {
  readonly url: string
  readonly token: string
  readonly accountId: string
  readonly query?: string
  readonly width?: number
  readonly height?: number
  readonly dpr?: number
}

/** A window of the product with the component in it, signed in. */
export async function openViewer(browser: Browser, options: ViewerOptions): Promise<Page> {
  const { url, token, accountId, query = '', width = 1100, height = 760, dpr = 1 } = options
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: dpr })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
  await context.addInitScript((value) => localStorage.setItem('reconbanker.token', value), token)
  const page = await context.newPage()
  await page.goto(`${url}/?account=${accountId}${query}`)
  return page
}
