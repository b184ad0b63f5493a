import { createRoute, z } from '@hono/zod-openapi'
import { csvContent } from '../../http/csv.ts'
import { ledgerApi, ledgerFailures } from '../http.ts'
import type { Runs } from '../runs/service.ts'
import type { Reports } from './service.ts'
import { type ReportFormat, type ReportOptions, reportFormats } from './types.ts'

const { 400: bad, 404: gone } = ledgerFailures

/** How files are written: language, and separator and decimal sign of CSV (comma and point unless asked otherwise). */
export const writingQuery = {
  lang: z.enum(['en', 'es'], { error: 'must be en or es' }).default('en'),
  separator: z.enum(['comma', 'semicolon'], { error: 'must be comma or semicolon' }).optional(),
  decimals: z.enum(['point', 'comma'], { error: 'must be point or comma' }).default('point'),
}

const binary = { schema: z.any().openapi({ type: 'string', format: 'binary' }) }
const fileTypes: Readonly<Record<ReportFormat, string>> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}
export const fileHeaders = (format: ReportFormat, name: string) => ({
  'content-type': fileTypes[format],
  ...(format === 'json' ? {} : { 'content-disposition': `attachment; filename="${name}.${format}"` }),
})

const report = createRoute({
  method: 'get',
  path: '/v1/ledgers/reconciliation/runs/{runID}/report',
  tags: ['Reconciliation reports'],
  summary: 'The reconciliation statement: bank and books adjusted, difference, appendices',
  request: {
    params: z.object({ runID: z.string() }),
    query: z.object({
      format: z.enum(reportFormats, { error: `must be one of ${reportFormats.join(', ')}` }).default('json'),
      paper: z.enum(['a4', 'letter'], { error: 'must be a4 or letter' }).default('a4'),
      ...writingQuery,
    }),
  },
  responses: {
    200: {
      description: 'The report as a file',
      content: {
        'application/json': { schema: z.record(z.string(), z.unknown()) },
        ...csvContent,
        [fileTypes.xlsx]: binary,
        [fileTypes.pdf]: binary,
      },
    },
    400: bad,
    404: gone,
  },
})

/** A semicolon goes with a decimal comma, and with Spanish, unless the caller says otherwise. */
export const separatorOf = (query: { lang: string; decimals: string; separator?: string | undefined }): ',' | ';' => {
  const asked = query.separator ?? (query.decimals === 'comma' || query.lang === 'es' ? 'semicolon' : 'comma')
  return asked === 'comma' ? ',' : ';'
}

/** `GET runs/{runID}/report` (10.2, 12). */
export const reportRoutes = ({ runs, reports }: { runs: Runs; reports: Reports }) =>
  ledgerApi().openapi(report, async (c) => {
    const run = runs.get(c.var.user.id, c.req.valid('param').runID)
    const query = c.req.valid('query')
    const options: ReportOptions = {
      lang: query.lang,
      format: query.format,
      paper: query.paper === 'a4' ? 'A4' : 'LETTER',
      separator: separatorOf(query),
      commaDecimals: query.decimals === 'comma',
    }
    const file = await reports.make(run, options)
    return new Response(file, { headers: fileHeaders(query.format, `reconciliation-${run.id}`) }) as never
  })
