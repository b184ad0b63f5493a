import { z } from 'zod'
import { second } from '../time.ts'
import type { PageActions } from './types.ts'

/** Longest time that one action may take. */
export const longestActionMs = 60 * second
const longestSleepMs = 30 * second
export const longestLine = 1_000_000

const selector = z.string().min(1).max(2000)
const value = z.string().max(10_000)
const options = z
  .strictObject({
    frame: selector.optional(),
    timeout: z.number().int().min(1).max(longestActionMs).optional(),
  })
  .nullish()
const address = z.string().min(1).max(8000)

/** What each action of the script room may be called with: anything else never reaches the bank page. */
const actionInputs = {
  goto: z.tuple([address, options]),
  url: z.tuple([]),
  fill: z.tuple([selector, value, options]),
  type: z.tuple([selector, value, options]),
  click: z.tuple([selector, options]),
  press: z.tuple([selector, z.string().min(1).max(100), options]),
  select: z.tuple([selector, value, options]),
  check: z.tuple([selector, z.boolean().nullish(), options]),
  waitFor: z.tuple([z.union([selector, z.array(selector).min(1).max(20)]), options]),
  visible: z.tuple([selector, options]),
  text: z.tuple([selector, options]),
  attribute: z.tuple([selector, z.string().min(1).max(200), options]),
  rows: z.tuple([selector, z.record(z.string().min(1).max(100), z.string().max(2000)), options]),
  evaluate: z.tuple([z.string().min(1).max(200_000), z.unknown(), options]),
  download: z.tuple([selector, options]),
  now: z.tuple([]),
  sleep: z.tuple([z.number().min(0).max(longestSleepMs), z.string().min(1).max(500)]),
} satisfies Record<keyof PageActions, z.ZodType<readonly unknown[]>>

export type ActionName = keyof typeof actionInputs

export const actionNames = Object.keys(actionInputs) as readonly ActionName[]

const isAction = (name: string): name is ActionName => Object.hasOwn(actionInputs, name)

/** The name and arguments of a call as an action may have them, or an `Error` that tells the script's author why not. */
export function readCall(name: string, given: readonly unknown[]): { name: ActionName; args: unknown[] } | Error {
  if (!isAction(name)) return new Error(`page has no action "${name.slice(0, 40)}"`)
  const input = actionInputs[name]
  // Left out and `undefined` arrive as nothing or null: fill up, so that the check sees one entry per parameter.
  const wanted = input.def.items.length
  const args = given.length < wanted ? [...given, ...Array<null>(wanted - given.length).fill(null)] : given
  const read = input.safeParse(args)
  if (read.success) return { name, args: read.data }
  const issue = read.error.issues[0]
  const place = typeof issue?.path[0] === 'number' ? ` (argument ${issue.path[0] + 1})` : ''
  return new Error(`page.${name} was called wrongly${place}: ${issue?.message ?? 'invalid arguments'}`)
}
