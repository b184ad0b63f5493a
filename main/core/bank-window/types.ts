import type { BrowserContext } from 'playwright'
import type { LiveView } from '../browser/live-view/live-view.ts'
import type { Frame, PageMessage, ViewSize } from '../browser/live-view/types.ts'
import type { Acting, Control } from './control.ts'

/** A browser that lives for an account, as a session hands it over. */
export interface BankBrowser {
  readonly context: BrowserContext
  readonly control: Control
  readonly bankName: string
}

/** What a viewer is told; the newest message of a type replaces the one before. */
export type WindowMessage =
  | PageMessage
  | ({ readonly type: 'frame' } & Omit<Frame, 'jpeg'>)
  | { readonly type: 'acting'; readonly acting: Acting }
  /** Whether a browser lives for the account. The line stays open: the next one shows by itself. */
  | { readonly type: 'live'; readonly live: boolean; readonly bankName: string }
  /** Nothing has happened; the line stands. */
  | { readonly type: 'beat' }

export interface WindowState {
  readonly live: boolean
  readonly acting: Acting | null
  readonly bankName: string | null
  readonly origin: string | null
  readonly title: string | null
  readonly viewers: number
}

/** The bank page of an account while its browser lives. */
export interface LiveBank {
  readonly control: Control
  readonly view: Pick<LiveView, 'input' | 'answerDialog' | 'facts'>
}

/** Where the bank page of an account can be seen and acted on. Whose account it is was checked before. */
export interface BankWindow {
  /** A session has a browser for this account; the answer takes it away again, when the browser goes. */
  attach(accountId: string, browser: BankBrowser): () => void
  liveOf(accountId: string): LiveBank | null
  /** Device pixels per CSS pixel of whoever looked last, 1 before anybody did. */
  readonly pixelRatio: number
  state(accountId: string): WindowState
  /** Messages for one viewer (`wire.ts`), now and later, whether or not a browser lives yet. */
  look(accountId: string, viewer: NewViewer): Look
  /** False when there is no such viewer. */
  resize(accountId: string, viewerId: string, size: ViewSize): boolean
}

export interface NewViewer {
  /** The same id again replaces the line it had. */
  readonly id: string
  readonly size: ViewSize
  /** The line ends after this many milliseconds. */
  readonly lifeMs: number
}

export interface Look {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>
  end(): void
}
