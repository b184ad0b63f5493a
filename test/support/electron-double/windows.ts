/** The windows that exist; kept apart so that `app` can close what `browser-window.ts` makes. */
interface Closable {
  close(): void
}

const windows: Closable[] = []

export const openWindows = (): readonly Closable[] => [...windows]
export const addWindow = (window: Closable): number => windows.push(window)
export function removeWindow(window: Closable): void {
  const at = windows.indexOf(window)
  if (at >= 0) windows.splice(at, 1)
}
