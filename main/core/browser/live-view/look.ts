import type { ElementHandle, Frame, JSHandle, Page } from 'playwright'
import { within } from '../within.ts'
import * as inside from './look-at-page.ts'
import type { Rect } from './types.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** A page that is busy for longer must not hold up a person's input: what is not answered by then is not known. */
const limitMs = 1500
const deepestFrame = 5

/** Settles with `unknown` when the page does not answer: busy, in a dialog, or already gone. */
export const orElse = <T>(unknown: T, work: Promise<T>): Promise<T> =>
  within(limitMs, () => new Error('no answer'), work).catch(() => unknown)

export const release = (handle: JSHandle | null | undefined) => {
  // The page may be gone with everything in it.
  handle?.dispose().catch(() => undefined)
}

export interface UnderPoint {
  readonly cursor: string
  /** A list whose options the browser would draw outside the page. */
  readonly isList: boolean
}

interface Place {
  readonly frame: Frame
  /** Where the frame begins in the page. */
  readonly corner: Point
  readonly local: Point
  readonly found: { readonly cursor: string; readonly kind: 'frame' | 'list' | 'other' }
}

/** The document that lies on top at a point of the page, also inside frames of other origins. */
async function placeAt(page: Page, at: Point): Promise<Place> {
  let frame: Frame = page.mainFrame()
  let corner = { x: 0, y: 0 }
  for (let depth = 0; ; depth += 1) {
    const local = { x: at.x - corner.x, y: at.y - corner.y }
    const found = await frame.evaluate(inside.lookAt, local)
    const place = { frame, corner, local, found }
    if (found.kind !== 'frame' || depth === deepestFrame) return place
    const element = (await frame.evaluateHandle(inside.elementAt, local)).asElement()
    const next = await element?.contentFrame()
    if (!element || !next) return place
    corner = await cornerInside(element, corner)
    frame = next
  }
}

/** Where a frame begins in the page, and the end of the handle to its element. */
async function cornerInside(element: ElementHandle<Element>, outer: Point): Promise<Point> {
  const offset = await element.evaluate(inside.frameCorner)
  release(element)
  return { x: outer.x + offset.x, y: outer.y + offset.y }
}

export async function underPoint(page: Page, at: Point): Promise<UnderPoint> {
  const { found } = await placeAt(page, at)
  return { cursor: found.cursor, isList: found.kind === 'list' }
}

/** The list under a point, with its options in page pixels; it takes the focus. */
export async function listAt(page: Page, at: Point) {
  const { frame, corner, local } = await placeAt(page, at)
  const element = (await frame.evaluateHandle(inside.elementAt, local)).asElement()
  if (!element) return null
  await element.focus()
  const found = await element.evaluate(inside.optionsOf)
  return found && { ...found, element, rect: moved(found.rect, corner) }
}

const moved = (rect: Rect, by: Point): Rect => ({ ...rect, x: rect.x + by.x, y: rect.y + by.y })

interface Focus {
  readonly frame: Frame
  readonly corner: Point
  readonly element: ElementHandle<Element> | null
}

/** The document that has the focus, and the element in it. */
async function focusOf(page: Page): Promise<Focus> {
  let frame: Frame = page.mainFrame()
  let corner = { x: 0, y: 0 }
  for (let depth = 0; depth < deepestFrame; depth += 1) {
    const element = (await frame.evaluateHandle(inside.focusedElement)).asElement()
    const next = await element?.contentFrame()
    if (!element || !next) return { frame, corner, element }
    corner = await cornerInside(element, corner)
    frame = next
  }
  return { frame, corner, element: null }
}

/** The box of the text field that has the focus, in page pixels. */
export async function focusedField(page: Page): Promise<Rect | null> {
  const { element, corner } = await focusOf(page)
  const rect = element ? await element.evaluate(inside.textField) : null
  release(element)
  return rect && moved(rect, corner)
}

const focusedFrame = async (page: Page): Promise<Frame> => {
  const { frame, element } = await focusOf(page)
  release(element)
  return frame
}

export const markedText = async (page: Page): Promise<string> => (await focusedFrame(page)).evaluate(inside.markedText)

export const offerPaste = async (page: Page, text: string): Promise<boolean> =>
  (await focusedFrame(page)).evaluate(inside.offerPaste, text)
