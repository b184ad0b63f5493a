import { z } from '@hono/zod-openapi'

const wrappers = new Set(['optional', 'nullable', 'default', 'prefault', 'readonly', 'nonoptional'])

interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly catchall?: z.ZodType
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly in?: z.ZodType
}

/** The parts of a schema that hold fields, made exact; `null` where it holds none. */
function exactParts({ type, shape, catchall, innerType, element, in: input }: Definition): object | null {
  if (shape) {
    const fields = Object.entries(shape)
    // Where every field is required, one that is mistyped is missed; what else a client sends loses nothing.
    const mayLose = fields.some(([, field]) => field.safeParse(undefined).success)
    const inside = { shape: Object.fromEntries(fields.map(([name, field]) => [name, exact(field)])) }
    return mayLose ? { ...inside, catchall: catchall ?? z.never() } : inside
  }
  if (wrappers.has(type) && innerType) return { innerType: exact(innerType) }
  if (type === 'array' && element) return { element: exact(element) }
  if (type === 'pipe' && input) return { in: exact(input) }
  return null
}

/**
 * The same schema, whose objects with fields that may be left out refuse those that they do not know, at any depth of
 * objects and lists: a mistyped one would else be dropped, and with it what the caller meant. Objects that say what else
 * they hold keep that.
 */
export function exact<T extends z.ZodType>(schema: T): T {
  const definition = schema.def as unknown as Definition
  const parts = exactParts(definition)
  if (parts === null) return schema
  return schema.clone({ ...definition, ...parts } as unknown as T['def'], { parent: true }) as T
}

/**
 * The fields of an answer that a body may repeat and that say nothing there, so that what was read can be changed and
 * sent back as a whole. Spread them before the fields that the body takes.
 */
export const repeated = <Shape extends z.ZodRawShape>(answer: z.ZodObject<Shape>) =>
  Object.fromEntries(
    Object.keys(answer.shape).map((name) => [name, z.unknown().optional().openapi({ readOnly: true })]),
  ) as Record<never, never>
