import type { RunDetail } from '../../api-types.ts'

type Events = NonNullable<RunDetail['report']>['trail']

/** One line an event: time of day, name, and the rest as it was noted. */
export const trailLines = (events: Events): string[] =>
  events.map(({ at, event, ...rest }) => {
    const time = typeof at === 'string' ? at.slice(11, 23) : '            '
    const fields = Object.keys(rest).length === 0 ? '' : ` ${JSON.stringify(rest)}`
    return `${time} ${String(event)}${fields}`
  })

/**
 * The report that a person reads, and then sends: plain text in English, since support reads it. It holds what the
 * panel shows except the picture; secrets were taken out before any of it was stored (spec 11.5).
 */
export function reportText(run: RunDetail, about: { version: string; bank: string }): string {
  const facts: readonly (readonly [string, string | number | null | undefined])[] = [
    ['Program', about.version],
    ['Bank', about.bank],
    ['Script', run.script_version],
    ['Run', run.id],
    ['Started', run.started_at],
    ['Finished', run.finished_at],
    ['Duration', run.duration_ms === null ? null : `${run.duration_ms} ms`],
    ['Status', run.status],
    ['Reason', run.reason],
    ['Stage', run.stage],
    ['Failure', run.failure_type],
    ['Stop reason', run.stop_reason],
    ['Page', run.report?.url],
    ['Message', run.error_message],
  ]
  const steps = run.steps.flatMap((step) => [
    `  ${step.step_index + 1}. ${step.step}: ${step.status}${step.duration_ms === null ? '' : `, ${step.duration_ms} ms`}`,
    ...(step.error_message === null ? [] : [`     ${step.error_message}`]),
  ])
  const refused = Object.entries(run.refused_hosts).map(([host, count]) => `  ${host} × ${count}`)
  const trail = trailLines(run.report?.trail ?? []).map((line) => `  ${line}`)
  const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines])
  return [
    ...facts.flatMap(([name, value]) => (value === null || value === undefined ? [] : [`${name}: ${value}`])),
    ...part('Stages', steps),
    ...part('Refused hosts', refused),
    ...part('Trail', trail),
  ].join('\n')
}
