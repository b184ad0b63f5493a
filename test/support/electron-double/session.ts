import { strict } from './strict.ts'

type CheckHandler = (contents: unknown, permission: string, origin: string, details: object) => boolean
type RequestHandler = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void

/** Electron's names of what a page may ask for, beside those of the web. */
const permissions = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
] as const

let check: CheckHandler = () => true
let request: RequestHandler = (_contents, _permission, answer) => answer(true)

const defaultSession = strict('session.defaultSession', {
  setPermissionCheckHandler(handler: CheckHandler) {
    check = handler
  },
  setPermissionRequestHandler(handler: RequestHandler) {
    request = handler
  },
})

export const session = strict('session', { defaultSession })

/** What both handlers together say about a page of that address. */
export function permissionSettings(contents: unknown, address: string): { name: string; isGranted: boolean }[] {
  return permissions.map(([electronName, name]) => {
    let isGranted = check(contents, electronName, address, {})
    request(contents, electronName, (answer) => {
      isGranted &&= answer
    })
    return { name, isGranted }
  })
}
