import type { Session } from 'electron'
import { isAppAddress } from './scheme.ts'

/** All that our page may ask of the system; everything else is refused. */
const allowed: ReadonlySet<string> = new Set([
  // "Copy id" and "Copy key" write to the clipboard; reading it is not needed.
  'clipboard-sanitized-write',
])

export function limitPermissions(session: Session): void {
  // Both: the first answers questions, the second is asked silently (Signal, app/permissions.ts).
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(isAppAddress(contents.getURL()) && allowed.has(permission))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => isAppAddress(origin) && allowed.has(permission))
}
