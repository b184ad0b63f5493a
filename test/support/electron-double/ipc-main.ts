import { EventEmitter } from 'node:events'
import { strict } from './strict.ts'

type InvokeHandler = (event: unknown, ...args: unknown[]) => unknown

const handlers = new Map<string, InvokeHandler>()

class IpcMain extends EventEmitter {
  handle(channel: string, handler: InvokeHandler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }
}

export const ipcMain = strict('ipcMain', new IpcMain())

/** What `ipcRenderer.invoke` reaches. The error text is Electron's. */
export async function invoke(channel: string, event: unknown, args: unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`Error invoking remote method '${channel}': No handler registered for '${channel}'`)
  return handler(event, ...args)
}
