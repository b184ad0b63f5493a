import { z } from 'zod'
import { messageOf } from '../errors.ts'
import { longestLine, readCall } from './action-inputs.ts'
import type { PageActions } from './types.ts'

/** What a code looks like (spec 1.12). */
const otpDescriptor = z.object({
  length: z.number().int().min(1).max(32),
  type: z.enum(['numeric', 'alphanumeric']),
  purpose: z.string().max(200).optional(),
})
export type OtpDescriptor = z.infer<typeof otpDescriptor>

/** What a script in its room may reach, and nothing else. */
export interface RoomDoor {
  readonly actions: PageActions
  /** One line of `debugLog`. */
  readonly onLine: (line: string) => void
  /** Told before every act on the bank page. */
  readonly onAct?: (action: keyof PageActions) => void
  /** `resend` runs the script's own "send again". Absent: the script leaves the page to a person. */
  readonly requestOtp?: (descriptor: OtpDescriptor, resend: () => Promise<void>) => Promise<string>
}

/** Longest text that crosses the door in one call. */
export const longestMessage = 5_000_000

const callText = z.object({
  id: z.number().int().min(1),
  action: z.string().max(100),
  args: z.array(z.unknown()).max(8),
})

/** Carries out one call from the room; the answer is JSON text, or `null` when the call cannot even be answered. */
export async function answerCall(
  door: RoomDoor,
  payload: string,
  resend: (id: number) => Promise<unknown>,
): Promise<string | null> {
  const read = payload.length > longestMessage ? null : callText.safeParse(parseOrNull(payload))
  if (!read?.success) return null
  const { id, action, args } = read.data
  try {
    return JSON.stringify({ id, value: (await perform(door, action, args, () => resend(id))) ?? null })
  } catch (error) {
    return JSON.stringify({ id, error: messageOf(error) })
  }
}

async function perform(
  door: RoomDoor,
  action: string,
  args: readonly unknown[],
  resend: () => Promise<unknown>,
): Promise<unknown> {
  if (action === 'debugLog') {
    door.onLine(z.string().max(longestLine).parse(args[0]))
    return null
  }
  if (action === 'requestOtp') {
    if (!door.requestOtp) throw new Error('no code can be asked for here')
    const descriptor = otpDescriptor.safeParse(args[0])
    if (!descriptor.success) throw new Error('requestOtp needs { length, type: "numeric" or "alphanumeric", purpose? }')
    return door.requestOtp(descriptor.data, async () => void (await resend()))
  }
  const call = readCall(action, args)
  if (call instanceof Error) throw call
  door.onAct?.(call.name)
  const act = door.actions[call.name] as (...given: unknown[]) => Promise<unknown>
  return act(...call.args)
}

/** `null` for what is not JSON: a script that sends noise gets no answer. */
export function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON.
    return null
  }
}
