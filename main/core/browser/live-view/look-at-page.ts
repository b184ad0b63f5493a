/**
 * Functions that run inside the bank's page, one document at a time; `look.ts` follows them into frames. They only read,
 * except where the name says otherwise, and use nothing from outside their own body.
 */

/** What lies under a point of the document: a cursor name, and whether it is a frame or a list to choose from. */
export function lookAt({ x, y }: { x: number; y: number }) {
  let element = document.elementFromPoint(x, y)
  for (let inside = element; inside?.shadowRoot; ) {
    inside = inside.shadowRoot.elementFromPoint(x, y)
    if (!inside || inside === element) break
    element = inside
  }
  if (!element) return { cursor: 'default', kind: 'other' as const }
  const isFrame = element instanceof HTMLIFrameElement || element instanceof HTMLFrameElement
  if (isFrame) return { cursor: 'default', kind: 'frame' as const }
  const isList = element instanceof HTMLSelectElement && !element.multiple && element.size <= 1 && !element.disabled

  const style = getComputedStyle(element)
  // `url(…) 2 2, pointer`: the last one is a name.
  const named = (style.cursor.split(',').at(-1) ?? '').trim()
  const isOverText = () => {
    const at = document.caretPositionFromPoint(x, y)
    if (at?.offsetNode.nodeType !== Node.TEXT_NODE || style.userSelect === 'none') return false
    const range = document.createRange()
    range.selectNodeContents(at.offsetNode)
    return [...range.getClientRects()].some(
      (rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom,
    )
  }
  const isEditable = element instanceof HTMLElement && element.isContentEditable
  const cursor = named !== 'auto' ? named : isEditable || isOverText() ? 'text' : 'default'
  return { cursor, kind: isList ? ('list' as const) : ('other' as const) }
}

/** The element under a point, for a handle to it. */
export function elementAt({ x, y }: { x: number; y: number }): Element | null {
  let element = document.elementFromPoint(x, y)
  for (;;) {
    const inside: Element | null = element?.shadowRoot?.elementFromPoint(x, y) ?? null
    if (!inside || inside === element) return element
    element = inside
  }
}

/** The inner corner of a frame in the document that holds it. */
export function frameCorner(frame: Element): { x: number; y: number } {
  const rect = frame.getBoundingClientRect()
  const style = getComputedStyle(frame)
  return {
    x: rect.left + frame.clientLeft + Number.parseFloat(style.paddingLeft),
    y: rect.top + frame.clientTop + Number.parseFloat(style.paddingTop),
  }
}

/** The element that has the focus, or `null` for the document itself. */
export function focusedElement(): Element | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element === document.body || element === document.documentElement ? null : element
}

/** The box of a field that takes text; `null` for anything else. */
export function textField(element: Element) {
  const untyped = ['button', 'checkbox', 'color', 'file', 'hidden', 'image', 'radio', 'range', 'reset', 'submit']
  const isField =
    (element instanceof HTMLInputElement && !untyped.includes(element.type)) ||
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLElement && element.isContentEditable)
  if (!isField) return null
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x, y, width, height }
}

/** The options of a list with its place in the document. Long lists are cut. */
export function optionsOf(element: Element) {
  if (!(element instanceof HTMLSelectElement)) return null
  const { x, y, width, height } = element.getBoundingClientRect()
  const options = [...element.options].slice(0, 1000).map((option) => {
    const group = option.parentElement instanceof HTMLOptGroupElement ? option.parentElement : null
    return {
      label: option.label.slice(0, 200),
      group: group ? group.label.slice(0, 200) : null,
      disabled: option.disabled || group?.disabled === true,
    }
  })
  return { rect: { x, y, width, height }, options, selected: element.selectedIndex }
}

/** What is marked in this document. Nothing from password fields, as everywhere. */
export function markedText(): string {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    const { selectionStart: start, selectionEnd: end, type, value } = element
    return type === 'password' || start === null || end === null ? '' : value.slice(start, end)
  }
  return document.getSelection()?.toString() ?? ''
}

/** Offers pasted text to the page first; answers whether the page took it in its own way, as forms with one box per digit do. */
export function offerPaste(text: string): boolean {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true })
  return !(element ?? document).dispatchEvent(event)
}
