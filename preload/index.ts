import { contextBridge, ipcRenderer } from 'electron'
import { callNames, eventNames } from './contract.ts'

const calls = Object.fromEntries(
  Object.keys(callNames).map((name) => [name, (input: unknown) => ipcRenderer.invoke(`call:${name}`, input)]),
)

const on = (event: string, listener: (data: unknown) => void) => {
  if (!Object.hasOwn(eventNames, event)) throw new Error(`There is no event "${event}"`)
  // The listener gets the data alone: Electron's own event object carries `sender`, which must stay here.
  const deliver = (_event: unknown, data: unknown) => listener(data)
  ipcRenderer.on(`event:${event}`, deliver)
  return () => {
    ipcRenderer.off(`event:${event}`, deliver)
  }
}

contextBridge.exposeInMainWorld('desktop', { ...calls, on })
