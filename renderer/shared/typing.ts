/** Whether a key belongs to a field, a menu or a dialog, and so is no shortcut of the page. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  // A tick takes the space bar alone; every other key stays the page's.
  if (target instanceof HTMLInputElement && target.type === 'checkbox' && event.key !== ' ') return false
  return target.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]') !== null
}
