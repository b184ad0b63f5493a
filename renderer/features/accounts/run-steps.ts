import type { Run } from '../../api-types.ts'

/** The eleven stages of spec 11.1 as the three steps that a person watches, then the result. */
export type Step = 'launch' | 'login' | 'reading'

const steps: readonly Step[] = ['launch', 'login', 'reading']

const stepOfStage: Readonly<Record<string, Step>> = {
  launch: 'launch',
  load_script: 'launch',
  credentials: 'launch',
  login: 'login',
  auth_wait: 'login',
  navigate: 'reading',
  poll: 'reading',
  keep_alive: 'reading',
  movements_fetch: 'reading',
  detail_extraction: 'reading',
  close: 'reading',
}

export const stepOf = (stage: string | null): Step => stepOfStage[stage ?? 'launch'] ?? 'reading'

export type StepState = 'done' | 'now' | 'failed' | 'todo'

/** How far a run has come. A failed run stops at the step of its failed stage. */
export function runSteps(run: Pick<Run, 'status' | 'stage'>): { step: Step; state: StepState }[] {
  const at = steps.indexOf(stepOf(run.stage))
  return steps.map((step, index) => {
    if (run.status === 'success' || index < at) return { step, state: 'done' }
    if (index > at) return { step, state: 'todo' }
    return { step, state: run.status === 'failed' ? 'failed' : 'now' }
  })
}
