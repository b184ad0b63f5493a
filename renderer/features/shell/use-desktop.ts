import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../api.ts'
import { onDesktop, tellPerson } from '../../desktop.ts'
import { useAct } from '../../shared/use-act.ts'
import { useLanguage } from '../preferences/language.ts'

/** What tray and toasts ask of the window, and whose they are, where there is a desktop. */
export function useDesktop(userId: string | null): void {
  const navigate = useNavigate()
  const act = useAct()
  const language = useLanguage((state) => state.language)
  useEffect(() => {
    tellPerson(userId, language)
    return () => tellPerson(null, language)
  }, [userId, language])
  useEffect(
    () =>
      onDesktop({
        openItem: ({ address }) => void navigate(address),
        trayCommand: ({ name }) =>
          void act(() => (name === 'run-all' ? api.readAll() : api.pauseAll(name === 'pause-all'))),
      }),
    [navigate, act],
  )
}
