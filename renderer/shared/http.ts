import { Failure, readFailure } from './failure.ts'

export type Query = Readonly<Record<string, string | number | null | undefined>>

export interface Page<Row> {
  readonly rows: Row[]
  /** Rows of the whole filtered list, from the header `x-total-count`. */
  readonly total: number
}

export interface Http {
  get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T>
  page<Row>(path: string, query: Query, signal?: AbortSignal): Promise<Page<Row>>
  send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, signal?: AbortSignal): Promise<T>
  /** Sends a form with a file, as a browser would. */
  upload<T>(path: string, form: FormData, signal?: AbortSignal): Promise<T>
  text(path: string, query: Query): Promise<string>
  open(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>
}

const withQuery = (path: string, query: Query): string => {
  const pairs = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const text = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? path : `${path}?${text}`
}

const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    // A host may answer with a page, e.g. while it stops; the status says enough.
    return { error: text.slice(0, 300) }
  }
}

/** A wrong code or password in a form says nothing about the token. */
const aboutInput = new Set(['auth.invalidCode', 'auth.wrongPassword'])

/** Calls under `/api` with the access token. Throws `Failure`; `refused` is told when the token is no longer good. */
export function createHttp(deps: { token: () => string | null; refused: () => void }): Http {
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const token = deps.token()
    const headers = new Headers(init.headers)
    if (token !== null) headers.set('authorization', `Bearer ${token}`)
    let response: Response
    try {
      response = await fetch(`/api${path}`, { ...init, headers })
    } catch (error) {
      if (init.signal?.aborted) throw error
      throw new Failure(0, 'No connection to the program')
    }
    if (response.ok) return response
    const failure = readFailure(response.status, await bodyOf(response))
    if (response.status === 401 && token !== null && !aboutInput.has(failure.code ?? '')) deps.refused()
    throw failure
  }
  const aborting = (signal: AbortSignal | undefined): RequestInit => (signal ? { signal } : {})

  return {
    async get<T>(path: string, query: Query = {}, signal?: AbortSignal) {
      return (await bodyOf(await call(withQuery(path, query), aborting(signal)))) as T
    },
    async page<Row>(path: string, query: Query, signal?: AbortSignal) {
      const response = await call(withQuery(path, query), aborting(signal))
      const rows = (await bodyOf(response)) as Row[]
      return { rows, total: Number(response.headers.get('x-total-count') ?? rows.length) }
    },
    async send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, signal?: AbortSignal) {
      const init =
        body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      return (await bodyOf(await call(path, { method, ...init, ...aborting(signal) }))) as T
    },
    async upload<T>(path: string, form: FormData, signal?: AbortSignal) {
      return (await bodyOf(await call(path, { method: 'POST', body: form, ...aborting(signal) }))) as T
    },
    async text(path, query) {
      return (await call(withQuery(path, query))).text()
    },
    async open(path, signal) {
      const { body } = await call(path, { signal, headers: { accept: 'text/event-stream' } })
      if (!body) throw new Failure(0, 'The event stream is empty')
      return body
    },
  }
}
