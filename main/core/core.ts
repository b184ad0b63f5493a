import { join } from 'node:path'
import type { Events } from './events.ts'
import type { DoorBindings } from './http/app.ts'
import { forgetUploads } from './http/upload.ts'
import { createParts } from './parts.ts'
import type { Ports } from './ports.ts'
import { createApi } from './routes.ts'

export interface Core {
  /** The whole API: `Request` in, `Response` out. A host passes what it knows of the caller as `env`. */
  readonly api: { fetch(request: Request, env?: DoorBindings): Response | Promise<Response> }
  readonly events: Events
  /** Whose events a ticket opens; `null` for a bad or expired one. For hosts that offer the WebSocket of spec 8. */
  userOfTicket(ticket: string): Promise<string | null>
  /** Picks up what the last run left, then starts deliveries, jobs and the schedule. */
  start(): Promise<void>
  /** Takes no more work, lets short work finish, closes browsers and the database. */
  stop(): Promise<void>
}

/** How often watched folders are looked into; a file is imported at the second look that finds it unchanged. */
const watchedFolderMs = 5_000

/** The whole program behind its API. Nothing runs before `start`; throws what `createParts` throws. */
export async function createCore(ports: Ports): Promise<Core> {
  const parts = await createParts(ports)
  const surface = createApi(ports, parts)
  const {
    store,
    events,
    outgoing,
    tokens,
    jobs,
    webhooks,
    requests,
    suggestions,
    movements,
    banks,
    notifications,
    assistance,
    sessions,
    schedule,
    inboxWatch,
    workers,
    imports,
    folders,
    ledger,
  } = parts

  return {
    api: { fetch: (request, env) => surface.fetch(request, env) },
    events,
    userOfTicket: tokens.verifyTicket,
    async start() {
      banks.loadCatalogue()
      await sessions.clearOrphans()
      assistance.cancelLeftovers()
      inboxWatch.start()
      await forgetUploads(join(ports.dataDir, 'uploads'))
      // Before anything decides or sends: what the last run began to store is there as a whole.
      await imports.start()
      await movements.start()
      requests.sweep()
      ledger.start()
      webhooks.start()
      notifications.start()
      jobs.start()
      schedule.start()
      folders.start(watchedFolderMs)
    },
    async stop() {
      inboxWatch.stop()
      suggestions.stop()
      await schedule.stop()
      await Promise.all([movements.stop(), jobs.stop(), sessions.stop(), webhooks.stop(), notifications.stop()])
      await Promise.all([imports.stop(), workers.stop()])
      await folders.stop()
      await outgoing.close()
      store.db.close()
    },
  }
}
