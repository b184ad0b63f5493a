import { Center } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { FirstRun } from './first-run.tsx'
import { ModeChoice } from './mode-choice.tsx'
import { SignIn } from './sign-in.tsx'
import { Starting } from './starting.tsx'
import { chooseMode, createOwner, signIn, signInWithCode, startSession, useSession } from './store.ts'

/** Lets the program through to a signed-in person with a mode; asks for what is missing until then. */
export function Gate({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const { stage, me, failure, expired } = useSession()
  useEffect(() => void startSession(), [])

  switch (stage) {
    case 'starting':
      return <Starting />
    case 'unreachable':
      return (
        <Center h="100vh">
          {failure && (
            <LoadFailure what={t('session.unreachable')} failure={failure} onRetry={() => void startSession()} />
          )}
        </Center>
      )
    case 'first-run':
      return <FirstRun onCreate={createOwner} />
    case 'signed-out':
      return <SignIn expired={expired} onSignIn={signIn} onCode={signInWithCode} />
    case 'signed-in':
      return me?.operation_mode == null ? <ModeChoice onChoose={chooseMode} /> : children
  }
}
