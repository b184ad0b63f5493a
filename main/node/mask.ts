const hidden = '***'
const maxDepth = 8

/** Keys that name a secret, compared in lower case without `_` and `-`. */
const secretKey =
  /password|passwd|passphrase|token|secret|authorization|cookie|apikey|credential|datakey|recoverykey|privatekey/
const secretKeys = new Set(['otp', 'pin', 'totp', 'jwt', 'ticket', 'key', 'wrapped'])

const isSecret = (key: string): boolean => {
  const plain = key.toLowerCase().replace(/[_-]/g, '')
  return secretKeys.has(plain) || secretKey.test(plain)
}

/** Secrets that reach a text by another way: authorization values and credentials inside addresses. */
const maskText = (text: string): string =>
  text
    .replace(/\b(Bearer|Basic|Api-Key)\s+[^\s"',;]+/gi, `$1 ${hidden}`)
    .replace(/\brbk_[\w-]+/g, `rbk_${hidden}`)
    .replace(/(\w+:\/\/)[^\s/@:]*:[^\s/@]+@/g, `$1${hidden}@`)

/**
 * A copy that may be written to a log: the value of every key that names a secret is hidden at any depth, errors become
 * plain objects, binary data becomes its length. Circles and depths beyond eight are cut.
 */
export function mask(value: unknown, depth = 0, seen: readonly object[] = []): unknown {
  if (typeof value === 'string') return maskText(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (seen.includes(value) || depth > maxDepth) return '…'
  if (value instanceof Date) return value
  if (ArrayBuffer.isView(value)) return `<${value.byteLength} bytes>`

  const inside = [...seen, value]
  const next = (item: unknown) => mask(item, depth + 1, inside)
  if (value instanceof Error) return maskError(value, next)
  if (Array.isArray(value) || value instanceof Set) return Array.from(value, next)
  const entries: [unknown, unknown][] = value instanceof Map ? [...value] : Object.entries(value)
  return Object.fromEntries(
    entries.map(([key, item]) => [String(key), isSecret(String(key)) && item != null ? hidden : next(item)]),
  )
}

function maskError(error: Error, next: (item: unknown) => unknown): Record<string, unknown> {
  const { cause, ...fields } = error
  return {
    type: error.name,
    message: maskText(error.message),
    stack: maskText(error.stack ?? ''),
    ...(next(fields) as Record<string, unknown>),
    ...(cause === undefined ? {} : { cause: next(cause) }),
  }
}
