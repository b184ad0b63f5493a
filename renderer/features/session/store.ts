import { create } from 'zustand'
import { api } from '../../api.ts'
import type { Me, Mode } from '../../api-types.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'

export type Stage = 'starting' | 'unreachable' | 'first-run' | 'signed-out' | 'signed-in'

interface SessionState {
  readonly stage: Stage
  readonly me: Me | null
  readonly failure: Failure | null
  /** Signed out by the program (the token ran out), not by the person. */
  readonly expired: boolean
}

export const useSession = create<SessionState>(() => ({ stage: 'starting', me: null, failure: null, expired: false }))

export const useMode = (): Mode | null => useSession((state) => state.me?.operation_mode ?? null)

/** Finds out where to begin: first run, sign-in, or straight in. The address stays as it is throughout. */
export async function startSession(): Promise<void> {
  useSession.setState({ stage: 'starting', failure: null })
  try {
    const { has_owner } = await api.setup()
    if (!has_owner) {
      api.setToken(null)
      return useSession.setState({ stage: 'first-run', me: null })
    }
    if (!api.hasToken()) return useSession.setState({ stage: 'signed-out', me: null })
    await enter()
  } catch (error) {
    // A refused token has already led to the sign-in.
    if (useSession.getState().stage === 'starting')
      useSession.setState({ stage: 'unreachable', failure: asFailure(error) })
  }
}

const enter = async () => useSession.setState({ stage: 'signed-in', me: await api.me(), expired: false })

/** Asks again who is signed in, e.g. after a change of the second factor. */
export const reloadMe = async (): Promise<void> => useSession.setState({ me: await api.me() })

const enterWith = async (token: string) => {
  api.setToken(token)
  await enter()
}

/** Signs in, or answers with the challenge that the second step needs. */
export async function signIn(input: { email: string; password: string }): Promise<{ challenge: string } | null> {
  const answer = await api.login(input)
  if ('challengeToken' in answer) return { challenge: answer.challengeToken }
  await enterWith(answer.token)
  return null
}

export async function signInWithCode(challengeToken: string, code: string): Promise<void> {
  const { token } = await api.loginWithCode({ challengeToken, code })
  await enterWith(token)
}

/** Creates the first user and signs in as that user at once. */
export async function createOwner(input: { email: string; password: string; name: string | null }): Promise<void> {
  await api.register(input)
  await signIn(input)
}

/** Revokes the token, then forgets it even if the program could not be told. */
export async function signOut(): Promise<void> {
  await api.logout().catch(() => undefined)
  api.setToken(null)
  useSession.setState({ stage: 'signed-out', me: null, expired: false })
}

export async function chooseMode(mode: Mode): Promise<void> {
  const { operation_mode } = await api.setMode(mode)
  useSession.setState(({ me }) => ({ me: me && { ...me, operation_mode } }))
}

/** Back to the sign-in when the program no longer accepts the token. */
export const followRefusals = (): (() => void) =>
  api.onRefused(() => {
    api.setToken(null)
    useSession.setState({ stage: 'signed-out', me: null, expired: true })
  })
