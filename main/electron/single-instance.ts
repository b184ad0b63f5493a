import { app } from 'electron'

/** False when the program already runs for this data; that one is told and comes to the front. */
export function becomeOnlyInstance(onSecondStart: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', onSecondStart)
  return true
}
