import { z } from 'zod'

const coordinate = z.number().min(-20_000).max(20_000)
const distance = z.number().min(-20_000).max(20_000)
/** Alt 1, Ctrl 2, Meta 4, Shift 8. */
const modifiers = z.int().min(0).max(15)
/** What a person may insert at once; far more than any field of a bank takes. */
export const longestText = 20_000

/** The `page` of the picture that was acted on: what was meant for a page that is no longer on top is dropped. */
const onPage = z.int().min(0).optional()

const mouse = z.object({
  type: z.literal('mouse'),
  act: z.enum(['move', 'down', 'up']),
  x: coordinate,
  y: coordinate,
  button: z.enum(['none', 'left', 'middle', 'right', 'back', 'forward']),
  /** Buttons that are down, as in the DOM. */
  buttons: z.int().min(0).max(31),
  clicks: z.int().min(0).max(3),
  modifiers,
  page: onPage,
})

const wheel = z.object({
  type: z.literal('wheel'),
  x: coordinate,
  y: coordinate,
  dx: distance,
  dy: distance,
  modifiers,
  page: onPage,
})

const key = z.object({
  type: z.literal('key'),
  act: z.enum(['down', 'up']),
  /** `key`, `code`, `keyCode` and `location` as the DOM event has them. */
  key: z.string().min(1).max(32),
  code: z.string().max(32),
  keyCode: z.int().min(0).max(255),
  location: z.int().min(0).max(3),
  /** What the key types; absent for keys that type nothing. */
  text: z.string().min(1).max(8).optional(),
  repeat: z.boolean(),
  modifiers,
})

const compose = z.object({
  type: z.literal('compose'),
  text: z.string().max(1000),
  start: z.int().min(0).max(1000),
  end: z.int().min(0).max(1000),
})

/** One act of a person on the bank page. Coordinates are CSS pixels of the page's viewport. */
export const inputEvent = z.discriminatedUnion('type', [
  mouse,
  wheel,
  key,
  compose,
  /** Text without keys of its own: the end of a composition, an emoji, dictation. */
  z.object({ type: z.literal('text'), text: z.string().min(1).max(longestText) }),
  z.object({ type: z.literal('paste'), text: z.string().min(1).max(longestText) }),
  z.object({ type: z.literal('copy') }),
  z.object({ type: z.literal('cut') }),
  z.object({ type: z.literal('choose'), id: z.int().min(1), index: z.int().min(0).max(10_000).nullable() }),
  /** Back, again, and the end of a pop-up; the first page cannot be closed. */
  z.object({ type: z.literal('page'), act: z.enum(['back', 'reload', 'close']) }),
])
export type InputEvent = z.infer<typeof inputEvent>
