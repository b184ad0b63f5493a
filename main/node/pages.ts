import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** Only our own scripts and only our own address. Mantine writes its theme and responsive rules into style elements. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers that every answer carries, the API's included; what the answer already says for itself stays. */
const safetyHeaders = {
  'content-security-policy': pagePolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

export function withSafetyHeaders(response: Response): Response {
  const missing = Object.entries(safetyHeaders).filter(([name]) => !response.headers.has(name))
  try {
    for (const [name, value] of missing) response.headers.set(name, value)
    return response
  } catch {
    // An answer that was passed on from elsewhere has fixed headers: it needs a copy.
    const copy = new Response(response.body, response)
    for (const [name, value] of missing) copy.headers.set(name, value)
    return copy
  }
}

export interface Pages {
  /** The window's file of that address; `null` where the address belongs to the API. */
  serve(request: Request): Promise<Response | null>
}

/** Serves `/` and `/assets/…` of the built window from `dir`, and nothing outside that folder. */
export function createPages(dir: string): Pages {
  const root = resolve(dir)
  return {
    async serve(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return null
      const { pathname } = new URL(request.url)
      if (pathname === '/' || pathname === '/index.html') return page(join(root, 'index.html'), 'no-cache')
      if (!pathname.startsWith('/assets/')) return null
      const file = fileInside(join(root, 'assets'), pathname.slice('/assets/'.length))
      // The builder puts a hash of the content into each name.
      return file === null ? notFound() : page(file, 'public, max-age=31536000, immutable')
    },
  }
}

/** The path of a file below `root`, or `null` when the address leads elsewhere. */
export function fileInside(root: string, address: string): string | null {
  try {
    const path = resolve(root, `.${sep}${decodeURIComponent(address)}`)
    return path.startsWith(root + sep) && !path.includes('\0') ? path : null
  } catch {
    // Not decodable, so it is not one of ours.
    return null
  }
}

const notFound = () => new Response('Not found', { status: 404 })

async function page(file: string, caching: string): Promise<Response> {
  try {
    const bytes = await readFile(file)
    return new Response(bytes, {
      headers: {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'content-length': String(bytes.length),
        'cache-control': caching,
      },
    })
  } catch {
    return notFound()
  }
}
