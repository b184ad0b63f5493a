import { createRoute, z } from '@hono/zod-openapi'
import { body, json } from '../../http/api.ts'
import { actorOf, ledgerApi, ledgerFailures } from '../http.ts'
import type { Runs } from '../runs/service.ts'
import type { Decision, Undo } from './undo.ts'

const tags = ['Reconciliation runs']
const base = '/v1/ledgers/reconciliation/runs/{runID}'
const { 400: bad, 404: gone, 409: clash, 422: unprocessable } = ledgerFailures
const one = { params: z.object({ runID: z.string() }) }

const decisionSchema = z
  .object({ audit_event_id: z.number().int(), entity: z.string(), entity_id: z.string(), action: z.string() })
  .openapi('ReconciliationDecision')
const answers = (description: string) => ({
  200: json(description, z.object({ data: z.array(decisionSchema) })),
  400: bad,
  404: gone,
  409: clash,
  422: unprocessable,
})

const undoDecision = createRoute({
  method: 'post',
  path: `${base}/undo`,
  tags,
  summary: 'Take back a decision: the last one, one by its audit event, or all that were accepted without a click',
  request: {
    ...one,
    body: {
      ...body(
        z
          .object({
            audit_event_id: z.union([z.literal('last'), z.literal('unattended'), z.number().int().positive()], {
              error: 'must be an event number, "last" or "unattended"',
            }),
          })
          .partial()
          .nullish(),
      ),
      required: false,
    },
  },
  responses: answers('What was taken back'),
})
const redoDecision = createRoute({
  method: 'post',
  path: `${base}/redo`,
  tags,
  summary: 'Repeat the decision that was taken back last',
  request: one,
  responses: answers('What was repeated'),
})

const shown = ({ seq, entity, entityId, action }: Decision): z.infer<typeof decisionSchema> => ({
  audit_event_id: seq,
  entity,
  entity_id: entityId,
  action,
})

/** Undo and redo of the decisions of a run (10.2). */
export function historyRoutes({ runs, undo }: { runs: Runs; undo: Undo }) {
  return ledgerApi()
    .openapi(undoDecision, async (c) => {
      const { runID } = c.req.valid('param')
      runs.get(c.var.user.id, runID)
      const which = c.req.valid('json')?.audit_event_id ?? 'last'
      const undone =
        which === 'unattended' ? await undo.undoUnattended(actorOf(c), runID) : [undo.undo(actorOf(c), runID, which)]
      return c.json({ data: undone.map(shown) }, 200)
    })
    .openapi(redoDecision, (c) => {
      const { runID } = c.req.valid('param')
      return c.json({ data: [shown(undo.redo(actorOf(c), runID))] }, 200)
    })
}
