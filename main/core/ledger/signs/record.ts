import type { SignChange } from '../../imports/sign-memory.ts'
import type { Actor, Audit } from '../audit/service.ts'

/** Puts what was learnt or forgotten of a bank's signs on record: it decides how later files are read. */
export function recordSigns(audit: Audit, actor: Actor, changes: readonly SignChange[], runId?: string): void {
  for (const { before, after } of changes)
    audit.record({
      actor,
      entity: 'sign_reading',
      entityId: (after ?? before)?.id ?? '',
      ...(runId === undefined ? {} : { runId }),
      action: after === null ? 'delete' : before === null ? 'create' : 'change',
      before,
      after,
    })
}
