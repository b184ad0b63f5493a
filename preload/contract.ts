/**
 * Everything that may cross between the window and the operating system; all else goes through the API. Where
 * `window.desktop` is absent the page runs in the browser host and does without.
 */
export interface Calls {
  /** Asks for a place and writes the file there; `null` when the person cancelled. */
  saveFile(input: { name: string; bytes: Uint8Array }): { path: string } | null
  /** Opens an http or https address in the person's own browser. */
  openExternal(input: { url: string }): null
  /** Brings the window to the front, also out of the tray. */
  showWindow(input: Record<string, never>): null
  /** Whose toasts and tray these are, and in which language; `null`: nobody is signed in. */
  signedIn(input: { userId: string | null; language: 'en' | 'es' }): null
}

export interface Events {
  /** A toast was followed: `address` is a place in the window, e.g. `/accounts/<id>`. */
  openItem: { address: string }
  /** Chosen in the tray menu; the window carries it out by the API, as its signed-in user. */
  trayCommand: { name: 'run-all' | 'pause-all' | 'resume-all' }
}

/** A failure crosses as a value, since Electron carries only the message of a thrown error. */
export type Reply<T> = { ok: true; value: T } | { ok: false; code: string; message: string }

/** Records, so that forgetting a name does not compile. */
export const callNames: Record<keyof Calls, true> = {
  saveFile: true,
  openExternal: true,
  showWindow: true,
  signedIn: true,
}
export const eventNames: Record<keyof Events, true> = { openItem: true, trayCommand: true }

/** What the page sees as `window.desktop`: one method per call, and `on`, which returns its own unsubscribe. */
export type Bridge = {
  readonly [Name in keyof Calls]: (input: Parameters<Calls[Name]>[0]) => Promise<Reply<ReturnType<Calls[Name]>>>
} & {
  on<Name extends keyof Events>(event: Name, listener: (data: Events[Name]) => void): () => void
}

declare global {
  interface Window {
    readonly desktop?: Bridge
  }
}
