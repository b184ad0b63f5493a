import type { ElementHandle, Page } from 'playwright'
import { cursorName } from './cursor-names.ts'
import { focusedField, listAt, orElse, release, type UnderPoint, underPoint } from './look.ts'
import type { Choices, Rect } from './types.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** What a person sees of a browser beside the page: the pointer's shape, the field with the focus, opened lists. */
export interface Looks {
  /** The pointer is here now. */
  pointer(at: Point): void
  /** The pointer has acted here: what lies under it may have changed, and so may the focus. */
  clicked(at: Point): void
  /** The focus may have moved. */
  focus(): void
  /** Opens the list under the point for the person to choose from; false when there is none. */
  openList(at: Point): Promise<boolean>
  choose(id: number, index: number | null): Promise<void>
  closeList(): void
  close(): void
}

const everyMs = 60

export function createLooks(
  page: Page,
  on: { cursor(shape: string): void; focus(field: Rect | null): void; choices(choices: Choices | null): void },
): Looks {
  let isClosed = false
  let known: { at: Point; under: UnderPoint } | null = null
  let cursor = ''
  let field = 'null'
  let count = 0
  let list: { id: number; element: ElementHandle<Element> } | null = null

  const look = async (at: Point): Promise<UnderPoint | null> => {
    const under = await orElse(null, underPoint(page, at))
    if (isClosed || under === null) return null
    known = { at, under }
    const shape = cursorName(under.cursor)
    if (shape !== cursor) on.cursor(shape)
    cursor = shape
    return under
  }
  const lookPointer = createThrottle(look, everyMs)
  const lookFocus = createThrottle(async () => {
    const found = await orElse(undefined, focusedField(page))
    const text = JSON.stringify(found)
    if (isClosed || found === undefined || text === field) return
    field = text
    on.focus(found)
  }, everyMs)
  const closeList = () => {
    if (!list) return null
    const { element } = list
    list = null
    on.choices(null)
    return element
  }
  const navigated = () => {
    known = null
    release(closeList())
    lookFocus(undefined)
  }
  page.on('framenavigated', navigated)

  return {
    pointer: lookPointer,
    clicked(at) {
      lookPointer(at)
      lookFocus(undefined)
    },
    focus: () => lookFocus(undefined),

    async openList(at) {
      release(closeList())
      const under = known && known.at.x === at.x && known.at.y === at.y ? known.under : await look(at)
      const found = under?.isList ? await orElse(null, listAt(page, at)) : null
      if (!found || isClosed) return false
      count += 1
      list = { id: count, element: found.element }
      on.choices({ id: count, rect: found.rect, options: found.options, selected: found.selected })
      return true
    },

    async choose(id, index) {
      if (list?.id !== id) return
      const element = closeList()
      if (element && index !== null) await orElse(undefined, element.evaluate(choose, index))
      release(element)
    },
    closeList: () => release(closeList()),
    close() {
      isClosed = true
      lookPointer.stop()
      lookFocus.stop()
      page.off('framenavigated', navigated)
    },
  }
}

/** Chooses as a person does: the page hears of it. */
function choose(element: Element, index: number): void {
  if (!(element instanceof HTMLSelectElement) || element.selectedIndex === index) return
  element.selectedIndex = index
  element.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  element.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Runs for the newest value only, at most once per `ms`, and never twice at a time. */
function createThrottle<T>(run: (value: T) => Promise<unknown>, ms: number): ((value: T) => void) & { stop(): void } {
  let next: { value: T } | null = null
  let isBusy = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const step = async () => {
    const { value } = next ?? {}
    next = null
    isBusy = true
    await run(value as T)
    timer = setTimeout(() => {
      isBusy = false
      if (next) void step()
    }, ms)
  }
  const ask = (value: T) => {
    next = { value }
    if (!isBusy) void step()
  }
  return Object.assign(ask, {
    stop() {
      clearTimeout(timer)
      isBusy = true
    },
  })
}
