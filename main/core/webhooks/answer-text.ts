/** What the log keeps of an answer (spec 1.15). */
const keptCharacters = 10_000
/** Enough bytes for that many characters of any script, and for a token that starts just before the cut. */
export const readBytes = 64 * 1024

const mask = '••••'

/**
 * The body of an answer as JSON text for the log: JSON as it came, anything else as a JSON string, cut at 10,000
 * characters; `null` when empty. The token of our own request is masked wherever the receiver repeats it.
 */
export function answerText(body: string, authorization: string | null): string | null {
  if (body === '') return null
  const json = body.length <= keptCharacters ? normalJson(body) : null
  const text = masked(json ?? body, authorization)
  const isJson = json !== null && (text === json || normalJson(text) !== null)
  return isJson ? text : JSON.stringify(text.slice(0, keptCharacters))
}

/** Escapes may hide a token; such JSON is written anew so that only the necessary ones remain. */
function normalJson(body: string): string | null {
  try {
    const value: unknown = JSON.parse(body)
    return body.includes('\\') ? JSON.stringify(value) : body
  } catch {
    return null
  }
}

function masked(text: string, authorization: string | null): string {
  const token = authorization?.slice(authorization.indexOf(' ') + 1) ?? ''
  if (token === '') return text
  const inJson = JSON.stringify(token).slice(1, -1)
  return text.replaceAll(token, mask).replaceAll(inJson, mask).replaceAll(encodeURIComponent(token), mask)
}

/** A URL as it may be shown: without a password written into it. */
export function shownUrl(text: string): string {
  if (!text.includes('@')) return text
  const url = URL.parse(text)
  if (!url || (url.username === '' && url.password === '')) return text
  url.username = ''
  url.password = ''
  return url.href
}
