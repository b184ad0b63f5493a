import type { ScriptFacts, ScriptResult, ScriptRoom } from '../../main/core/browser/script-room.ts'
import { type Limits, usualLimits } from '../../main/core/sessions/limits.ts'
import type { ActListener, OpenBank } from '../../main/core/sessions/read-bank.ts'
import { createRecorder } from '../../main/core/sessions/recorder.ts'
import { recordingLog } from './ports.ts'

export type Hook = Parameters<ScriptRoom['hook']>[0]

export interface FakeBank {
  /** The body of the script; `act` is an act on the page. */
  readonly run: (act: ActListener) => ScriptResult
  readonly hooks?: Partial<Record<Hook, () => unknown>>
  readonly loginMode?: 'simple' | 'assisted'
  readonly facts?: Partial<ScriptFacts>
  readonly limits?: Partial<Limits>
}

/** An open bank without a browser, whose script does what the test says. */
export function openFakeBank({ run, hooks = {}, loginMode = 'simple', facts = {}, limits = {} }: FakeBank) {
  const rows = new Map<string, string>()
  const stages: string[] = []
  const notes: string[] = []
  const acts = { listener: (_: string): void => undefined }
  const recorder = createRecorder({
    runId: 'run',
    queries: {
      openStep: ({ id, step }) => void rows.set(id, `${step} started`),
      endStep: ({ id, status }) => void rows.set(id, `${rows.get(id)?.split(' ')[0]} ${status}`),
    },
    now: () => 0,
    log: recordingLog().log,
    scrub: (text) => text,
    address: () => null,
    explain: (error) => error,
    onStage: (stage) => stages.push(stage),
  })
  const bank: OpenBank = {
    room: {
      run: async () => run((action) => acts.listener(action)),
      hook: async (name) => hooks[name]?.() ?? null,
      isOpen: true,
      close: async () => undefined,
    },
    code: '',
    facts: { timeZone: 'UTC', lastExternalId: null, ...facts } as ScriptFacts,
    loginMode,
    limits: { ...usualLimits, authSimpleMs: 30, authAssistedMs: 90, authCheckMs: 10, ...limits },
    recorder,
    signal: new AbortController().signal,
    watch: { isConfirmed: false, confirm: () => undefined, look: async () => null, callPerson: () => undefined },
    entrance: { logIn: async (script) => void (await script()) },
    control: { personTimeMs: () => 0 },
    page: { isLost: () => false, reload: async () => undefined },
    note: (event) => void notes.push(event),
    acts,
  }
  return { bank, recorder, stages, notes, steps: () => [...rows.values()] }
}
