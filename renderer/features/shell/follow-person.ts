import { tellPerson } from '../../desktop.ts'
import { useLanguage } from '../preferences/language.ts'
import { useSession } from '../session/store.ts'

/** Tells the desktop who is signed in, from the first moment: also that nobody is. */
export function followPerson(): void {
  const tell = () => tellPerson(useSession.getState().me?.id ?? null, useLanguage.getState().language)
  useSession.subscribe(({ me }, before) => {
    if (me?.id !== before.me?.id) tell()
  })
  useLanguage.subscribe(tell)
  tell()
}
