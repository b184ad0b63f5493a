import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { CoreEvent, Events } from '../events.ts'
import type { ApiEnv } from './api.ts'

const heartbeatMs = 25_000
/** A reader that does not read is dropped; it fetches the state again when it is back. */
const mostWaiting = 5_000

/** `GET /events`: the caller's events as server-sent events. They are hints and are not replayed (spec 8). */
export const eventStreamRoutes = (events: Events) =>
  new Hono<ApiEnv>().get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const user = c.var.user
      const waiting: CoreEvent[] = []
      let wake = () => {}
      const unsubscribe = events.subscribe((event) => {
        if (event.userId !== user.id) return
        waiting.push(event)
        if (waiting.length > mostWaiting) stream.abort()
        wake()
      })
      stream.onAbort(() => wake())
      try {
        await stream.writeSSE({ event: 'ready', data: '{}' })
        while (!stream.aborted) {
          const event = waiting.shift()
          if (event) {
            await stream.writeSSE({ data: JSON.stringify(event) })
            continue
          }
          const timedOut = await new Promise<boolean>((resolve) => {
            const timer = setTimeout(() => resolve(true), heartbeatMs)
            timer.unref()
            wake = () => {
              clearTimeout(timer)
              resolve(false)
            }
          })
          if (timedOut) await stream.writeSSE({ event: 'beat', data: '{}' })
        }
      } finally {
        unsubscribe()
      }
    }),
  )
