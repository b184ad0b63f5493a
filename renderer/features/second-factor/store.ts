import { api } from '../../api.ts'
import { reloadMe } from '../session/store.ts'

/** The secret of a new enrolment, as the authenticator reads it and as a person types it. */
export async function enroll(): Promise<{ uri: string; secret: string }> {
  const { otpauth_uri: uri } = await api.enrollSecondFactor()
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '' }
}

/** The backup codes are answered this one time and held nowhere. */
export async function confirm(code: string): Promise<readonly string[]> {
  const { backup_codes: codes } = await api.confirmSecondFactor(code)
  return codes
}

export async function switchOff(input: { password: string; code: string }): Promise<void> {
  await api.disableSecondFactor(input)
  await reloadMe()
}
