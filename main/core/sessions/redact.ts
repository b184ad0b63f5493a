const telling = /password|passphrase|secret|token|credential|cookie|api_?key|authorization/i
const exactly = new Set(['pin', 'auth', 'key'])
const redacted = '[REDACTED]'
const deepest = 20

const isSecretName = (name: string): boolean => telling.test(name) || exactly.has(name.toLowerCase())

/** A copy of JSON data without the values of keys that tell of secrets, at any depth (spec 11.5). */
export function redact(value: unknown, depth = 0): unknown {
  if (depth > deepest) return '[…]'
  if (Array.isArray(value)) return value.map((each) => redact(each, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, isSecretName(name) ? redacted : redact(each, depth + 1)]),
  )
}

/** Takes known secrets out of free text, also where they are written for an address or inside JSON. */
export function createScrubber(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length)
  return (text) => longestFirst.reduce((clean, secret) => clean.replaceAll(secret, redacted), text)
}
