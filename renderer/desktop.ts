import type { Events } from '../preload/contract.ts'

export const isDesktop = (): boolean => window.desktop !== undefined

/** Listens to the operating system; does nothing in the browser host. Returns its own unsubscribe. */
export function onDesktop(listeners: { readonly [Name in keyof Events]: (data: Events[Name]) => void }): () => void {
  const { desktop } = window
  if (!desktop) return () => undefined
  const off = [desktop.on('openItem', listeners.openItem), desktop.on('trayCommand', listeners.trayCommand)]
  return () => {
    for (const stop of off) stop()
  }
}

/** Whose toasts and tray the system shows, and in which language; nobody's when the window is signed out. */
export const tellPerson = (userId: string | null, language: 'en' | 'es'): void =>
  void window.desktop?.signedIn({ userId, language })

/** Hands a file to the person: the desktop asks for a place, a browser downloads it. */
export async function saveFile(name: string, type: string, content: string | Blob): Promise<void> {
  if (window.desktop) {
    const bytes = new Uint8Array(await new Blob([content]).arrayBuffer())
    const reply = await window.desktop.saveFile({ name, bytes })
    if (!reply.ok) throw new Error(reply.message)
    return
  }
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the address when the download begins; a minute is far more than that takes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
