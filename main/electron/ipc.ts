import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import type { z } from 'zod'
import { type Calls, callNames, type Events, type Reply } from '../../preload/contract.ts'
import { AppError } from '../core/errors.ts'
import type { Log } from '../core/ports.ts'
import { isAppAddress } from './scheme.ts'

type Input<Name extends keyof Calls> = Parameters<Calls[Name]>[0]
type Output<Name extends keyof Calls> = ReturnType<Calls[Name]>

/** How each call is carried out; `input` decides what may cross. */
export type CallHandlers = {
  readonly [Name in keyof Calls]: {
    readonly input: z.ZodType<Input<Name>>
    run(input: Input<Name>): Output<Name> | Promise<Output<Name>>
  }
}

const refusal = (code: string, message: string): Reply<never> => ({ ok: false, code, message })

/**
 * Answers the calls of `preload/contract.ts`. Each is asked three things: is the sender our page, does the input parse,
 * what does a failure look like. Every answer is a `Reply` value.
 */
export function answerCalls(handlers: CallHandlers, log: Log): void {
  const answer = async <Name extends keyof Calls>(name: Name, event: IpcMainInvokeEvent, input: unknown) => {
    if (!isOurPage(event)) return refusal('ipc.foreign', 'Only the program’s own page may ask this')
    const handler = handlers[name]
    const parsed = handler.input.safeParse(input)
    if (!parsed.success) return refusal('ipc.input', parsed.error.issues[0]?.message ?? 'The input is not valid')
    try {
      const value = await handler.run(parsed.data)
      return { ok: true, value } satisfies Reply<Output<Name>>
    } catch (error) {
      if (error instanceof AppError) return refusal(error.code, error.message)
      log.error('call failed', { name, error })
      return refusal('ipc.failed', 'This did not work; the log says why')
    }
  }
  for (const name of Object.keys(callNames) as (keyof Calls)[])
    ipcMain.handle(`call:${name}`, (event, input: unknown) => answer(name, event, input))
}

/** The main frame of a page from our own scheme; frames inside it and pages from elsewhere are not. */
const isOurPage = ({ sender, senderFrame }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && isAppAddress(senderFrame.url)

/** Tells the page what happened outside of it. */
export const sendEvent = <Name extends keyof Events>(to: WebContents, name: Name, data: Events[Name]): void =>
  to.send(`event:${name}`, data)
