import type { InputEvent } from '../../../main/core/browser/live-view/input-events.ts'
import type { ViewSize } from '../../../main/core/browser/live-view/types.ts'
import type { Http } from '../../shared/http.ts'

/** The bank window of an account by the routes an integrator would use. Pictures and keys go only to the program. */
export function createBankWindowApi(http: Pick<Http, 'open' | 'send'>) {
  const path = (accountId: string, part: string) => `/accounts/${accountId}/bank-window/${part}`
  return {
    stream(accountId: string, viewer: string, size: ViewSize, signal: AbortSignal) {
      const { width, height, dpr } = size
      return http.open(path(accountId, `stream?viewer=${viewer}&width=${width}&height=${height}&dpr=${dpr}`), signal)
    },
    /** The marked text when one of the events asked for it. */
    input: (accountId: string, events: readonly InputEvent[]) =>
      http.send<{ copied: string | null }>('POST', path(accountId, 'input'), { events }),
    control: (accountId: string, action: 'take' | 'hand-back') =>
      http.send<unknown>('POST', path(accountId, 'control'), { action }),
    dialog: (accountId: string, answer: { id: number; accept: boolean; text?: string }) =>
      http.send<undefined>('POST', path(accountId, 'dialog'), answer),
    resize: (accountId: string, viewer: string, size: ViewSize) =>
      http.send<undefined>('POST', path(accountId, 'resize'), { viewer, ...size }),
  }
}
