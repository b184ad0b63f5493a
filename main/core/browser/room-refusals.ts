import type { CDPSession } from 'playwright'
import { hostOfUrl, plainHost } from './allowed-hosts.ts'

/** What a script tried from within its room, where nothing may leave. */
export interface RoomRefusal {
  /** The kind of way out: a directive of the room's policy (`connect-src`), `window`, `form`, or an unknown act of the page. */
  readonly way: string
  /** Where it led, without path and query: they could carry what the script knows. */
  readonly target: string
}

/** A script that tries thousands of ways is known after some of them. */
const mostTold = 100

/** Tells of every way out that the browser itself refused a script. */
export async function watchRefusals(session: CDPSession, tell: (refusal: RoomRefusal) => void): Promise<void> {
  let told = 0
  const once = (way: string, address: string) => {
    told += 1
    if (told <= mostTold) tell({ way, target: placeOf(address) })
  }
  session.on('Audits.issueAdded', ({ issue }) => {
    const found = issue.details.contentSecurityPolicyIssueDetails
    if (found) once(found.violatedDirective, found.blockedURL ?? '')
  })
  session.on('Log.entryAdded', ({ entry }) => {
    const [, what, address] = /^Blocked (opening|form submission to) '([^']*)'/.exec(entry.text) ?? []
    if (what !== undefined) once(what === 'opening' ? 'window' : 'form', address ?? '')
  })
  await Promise.all([session.send('Audits.enable'), session.send('Log.enable')])
}

/** Host as the host guard names it, else the scheme. */
function placeOf(address: string): string {
  const asHttp = address.replace(/^ws/, 'http')
  const found = hostOfUrl(asHttp)
  if (!found) return address.split(':')[0]?.slice(0, 40) ?? ''
  return found.port === 443 || found.port === 80 ? plainHost(found.host) : `${plainHost(found.host)}:${found.port}`
}
