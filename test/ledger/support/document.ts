interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}
export interface Operation {
  readonly deprecated?: boolean
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, { schema: Schema }>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: Schema }>> }>>
}
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** The operation that answers a path, with the most fixed words. */
function operationAt(document: ApiDocument, method: string, path: string): Operation | undefined {
  const parts = path.split('/')
  const fits = (template: string) => {
    const wanted = template.split('/')
    return wanted.length === parts.length && wanted.every((word, at) => word.startsWith('{') || word === parts[at])
  }
  const variables = (template: string) => template.split('{').length
  const [found] = Object.keys(document.paths)
    .filter((template) => fits(template) && document.paths[template]?.[method.toLowerCase()])
    .toSorted((a, b) => variables(a) - variables(b))
  return found === undefined ? undefined : document.paths[found]?.[method.toLowerCase()]
}

/** A schema with its references followed and its parts put together. */
export function resolved(document: ApiDocument, schema: Schema): Schema {
  if (schema.$ref) return resolved(document, document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  if (!schema.allOf) return schema
  const parts = schema.allOf.map((part) => resolved(document, part))
  return {
    type: 'object',
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
    required: parts.flatMap(({ required }) => required ?? []),
  }
}

const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)
const isType = (value: unknown, type: string) => (type === 'integer' ? Number.isInteger(value) : typeOf(value) === type)

/** Where a value is not what the document says of it; a field that the document does not know is a fault too. */
function faultsOf(document: ApiDocument, given: Schema, value: unknown, at = 'body'): string[] {
  const schema = resolved(document, given)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) {
    const tried = choices.map((choice) => faultsOf(document, choice, value, at))
    return tried.some((faults) => faults.length === 0) ? [] : (tried.toSorted((a, b) => a.length - b.length)[0] ?? [])
  }
  const types = schema.type === undefined ? [] : [schema.type].flat()
  if (types.length > 0 && !types.some((type) => isType(value, type)))
    return [`${at} is ${typeOf(value)}, not ${types.join(' or ')}`]
  if (schema.enum && !schema.enum.includes(value)) return [`${at} is ${String(value)}, not in the enumeration`]
  if (Array.isArray(value))
    return value.flatMap((one, index) => faultsOf(document, schema.items ?? {}, one, `${at}[${index}]`))
  if (value === null || typeof value !== 'object' || !schema.properties) return []
  const { properties, required = [], additionalProperties } = schema
  const missing = required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${at}.${name} is missing`)
  const inside = Object.entries(value).flatMap(([name, inner]) => {
    const known = properties[name]
    if (known) return faultsOf(document, known, inner, `${at}.${name}`)
    return additionalProperties ? [] : [`${at}.${name} is not in the document`]
  })
  return [...missing, ...inside]
}

/** Why an answer is not what the document promises for its path and status; empty when it is. */
export function faultsOfAnswer(
  document: ApiDocument,
  call: { readonly method: string; readonly path: string },
  answer: { readonly status: number; readonly body: unknown },
): string[] {
  const operation = operationAt(document, call.method, call.path)
  if (!operation) return [`${call.method} ${call.path} is not in the document`]
  const promised = operation.responses[answer.status]
  if (!promised) return [`${answer.status} is not in the document`]
  const schema = promised.content?.['application/json']?.schema
  if (schema) return faultsOf(document, schema, answer.body)
  return answer.body === null || promised.content ? [] : ['a body where the document has none']
}
