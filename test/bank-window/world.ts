import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { recordingLog } from '../support/ports.ts'
import { tempDir } from '../support/temp-dir.ts'
import { createWindowParts } from './window-parts.ts'
import { readWindow } from './window-reader.ts'

/** The parts of a bank window for one test, with calls to it as its owner. */
export async function createWindowWorld(options: { absenceMs?: number; now?: () => number } = {}) {
  const { log, lines } = recordingLog()
  const parts = await createWindowParts({ dataDir: tempDir(), log, ...options })
  onTestFinished(parts.close)
  const { surface, accountId, token } = parts
  const path = `/accounts/${accountId}/bank-window`

  const fetch = async (method: string, route: string, body?: unknown, bearer = token) =>
    surface.fetch(
      new Request(`http://core.test/api${path}${route}`, {
        method,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
        body: body === undefined ? null : JSON.stringify(body),
      }),
      { clientAddress: 'test' },
    )

  return {
    ...parts,
    path,
    lines,
    fetch,
    async post(route: string, body: unknown) {
      const response = await fetch('POST', route, body)
      const text = await response.text()
      return { status: response.status, body: text === '' ? null : JSON.parse(text) }
    },
    async look(size: { width?: number; height?: number; dpr?: number; viewer?: string } = {}) {
      const { width = 1280, height = 800, dpr = 1, viewer = `viewer-${randomUUID()}` } = size
      const response = await fetch('GET', `/stream?viewer=${viewer}&width=${width}&height=${height}&dpr=${dpr}`)
      if (!response.body) throw new Error('the stream is empty')
      const reader = readWindow(response.body)
      onTestFinished(() => reader.leave().catch(() => undefined))
      return { ...reader, viewer, status: response.status }
    },
  }
}
export type WindowWorld = Awaited<ReturnType<typeof createWindowWorld>>
