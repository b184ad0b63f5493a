/** The room a viewer has for the picture, in CSS pixels, and its device pixels per CSS pixel. */
export interface ViewSize {
  readonly width: number
  readonly height: number
  readonly dpr: number
}

/** One picture of the page. Held in memory only until the next one, never written or logged. */
export interface Frame {
  readonly sequence: number
  /** Which of the pages that were on top one after the other; sent back with what the mouse does on it. */
  readonly page: number
  /** The page's size in its own CSS pixels, in which input is sent. */
  readonly width: number
  readonly height: number
  readonly pageScale: number
  readonly offsetTop: number
  /** Pixels of the picture across. */
  readonly pixels: number
  readonly jpeg: Uint8Array
}

/** Picked from a list that the browser draws outside the page and so outside the picture. */
export interface Choices {
  readonly id: number
  readonly rect: Rect
  readonly options: readonly { readonly label: string; readonly group: string | null; readonly disabled: boolean }[]
  readonly selected: number
}

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface ShownDialog {
  readonly id: number
  readonly kind: 'alert' | 'confirm' | 'prompt' | 'beforeunload'
  readonly message: string
  readonly defaultValue: string
}

/** What is true of the shown page now. The newest message of a type replaces the one before. */
export type PageMessage =
  | {
      readonly type: 'page'
      readonly origin: string
      readonly title: string
      readonly loading: boolean
      /** Pages that lie over the first one: pop-ups and new tabs. */
      readonly popups: number
    }
  | { readonly type: 'cursor'; readonly shape: string }
  /** Where typed text goes, in page pixels; `null` when no field has the focus. */
  | { readonly type: 'focus'; readonly field: Rect | null }
  | { readonly type: 'dialog'; readonly dialog: ShownDialog | null }
  | { readonly type: 'choices'; readonly choices: Choices | null }
