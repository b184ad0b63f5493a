import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../api.ts'
import { onDesktop } from '../../desktop.ts'
import { useAct } from '../../shared/use-act.ts'

/** What tray and toasts ask of the window, where there is a desktop. */
export function useDesktop(): void {
  const navigate = useNavigate()
  const act = useAct()
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
