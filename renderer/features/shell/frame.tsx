import { useDisclosure } from '@mantine/hooks'
import { lazy, Suspense, useMemo } from 'react'
import { Outlet } from 'react-router'
import { CodeDialog } from '../assistance/code-dialog.tsx'
import { signOut, useSession } from '../session/store.ts'
import { Header } from './header.tsx'
import { HeartbeatLine } from './heartbeat.tsx'
import { KeyHelp } from './key-help.tsx'
import { Navigation } from './navigation.tsx'
import { useOverview } from './overview.ts'
import { placesOf } from './places.ts'
import classes from './shell.module.css'
import { useDesktop } from './use-desktop.ts'
import { useLive } from './use-live.tsx'
import { useShellKeys } from './use-shell-keys.ts'

const Palette = lazy(() => import('./palette.tsx').then(({ Palette }) => ({ default: Palette })))

/** The frame that stays: places at the left, the way back on top, the heartbeat below. */
export function Frame() {
  const me = useSession((state) => state.me)
  const overview = useOverview((state) => state.overview)
  const mode = me?.operation_mode ?? null
  const places = useMemo(() => placesOf(mode), [mode])
  const [helpOpened, help] = useDisclosure()
  useLive()
  useShellKeys(places, help.open)
  useDesktop()
  const leave = () => void signOut()
  return (
    <div className={classes.frame}>
      <Navigation places={places} overview={overview} email={me?.email ?? ''} onSignOut={leave} />
      <Header />
      <main className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      <HeartbeatLine />
      <CodeDialog />
      <KeyHelp places={places} opened={helpOpened} onClose={help.close} />
      <Suspense>
        <Palette places={places} mode={mode} onHelp={help.open} onSignOut={leave} />
      </Suspense>
    </div>
  )
}
