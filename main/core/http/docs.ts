import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from './api.ts'

interface Operation {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly responses: Record<string, { description?: string }>
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)

const page = (title: string, sections: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width">
<style>
  body { font: 14px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430 }
  h1 { font-size: 1.4rem } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #d5dae1 }
  table { border-collapse: collapse; width: 100% } td { padding: .3rem .6rem .3rem 0; vertical-align: top }
  code { font: 13px ui-monospace, monospace } .method { width: 4.5rem; font-weight: 600 } .answers { color: #5a6472 }
  @media (prefers-color-scheme: dark) { body { background: #14181d; color: #dde3ea } h2 { border-color: #333b45 } .answers { color: #9aa5b1 } }
</style>
<h1>${title}</h1>
<p>Every call but those of “Sign in” takes <code>Authorization: Bearer &lt;token&gt;</code>. Machine-readable: <a href="openapi.json">openapi.json</a>.
The same paths also answer under <code>/api</code>.</p>
${sections}</html>`

interface Described {
  readonly security?: readonly unknown[]
  readonly responses: Record<string, unknown>
}
const refusal = (description: string, schema: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
})

/** What every call with a token may be answered besides what its route says. */
function addCommonAnswers(paths: object): void {
  for (const [path, methods] of Object.entries(paths)) {
    const isLedger = path.startsWith('/v1/ledgers')
    for (const { security, responses } of Object.values(methods as Record<string, Described>)) {
      if (security !== undefined) continue
      responses[401] ??= refusal(
        isLedger ? 'unauthenticated' : 'No token, or a bad one',
        isLedger ? 'LedgerError' : 'Error',
      )
      if (isLedger)
        responses[500] ??= refusal('internal: details name the incident, which the log carries too', 'LedgerError')
    }
  }
}

/** `/openapi.json` from the routes' own schemas, and `/docs`, a readable page of it that needs no network. */
export function addDocs(surface: OpenAPIHono<ApiEnv>, version: string): void {
  const title = 'Reconbanker Desktop API'
  surface.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  })
  const config = { openapi: '3.1.0', info: { title, version }, security: [{ token: [] }] }
  const describe = () => {
    const document = surface.getOpenAPI31Document(config)
    addCommonAnswers(document.paths ?? {})
    return document
  }
  surface.get('/openapi.json', (c) => c.json(describe()))
  surface.get('/docs', (c) => {
    const paths = Object.entries(describe().paths ?? {})
    const groups = new Map<string, string[]>()
    for (const [path, methods] of paths)
      for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
        const answers = Object.entries(operation.responses).map(
          ([status, r]) => `${status} ${escapeHtml(r.description ?? '')}`,
        )
        const rows = groups.get(operation.tags?.[0] ?? 'Other') ?? []
        rows.push(
          `<tr><td class="method"><code>${method.toUpperCase()}</code></td><td><code>${escapeHtml(path)}</code><br>${escapeHtml(operation.summary ?? '')}</td><td class="answers">${answers.join('<br>')}</td></tr>`,
        )
        groups.set(operation.tags?.[0] ?? 'Other', rows)
      }
    const sections = [...groups].map(([tag, rows]) => `<h2>${escapeHtml(tag)}</h2><table>${rows.join('')}</table>`)
    return c.html(page(title, sections.join('\n')))
  })
}
