import { expect, it } from 'vitest'
import type { RunDetail } from '../../../renderer/api-types.ts'
import { reportText, trailLines } from '../../../renderer/features/diagnostics/report-text.ts'

const run: RunDetail = {
  id: 'run-1',
  account_id: 'a',
  status: 'failed',
  stage: 'login',
  transactions_found: null,
  failure_type: 'login_failed',
  reason: 'wrong_credentials',
  advice: 'check_credentials',
  error_message: 'login_failed: refused',
  refused_hosts: { 'tracker.example': 2 },
  started_at: '2026-05-12T10:00:00.000Z',
  finished_at: null,
  script_version: '1.1.0',
  stop_reason: null,
  duration_ms: 1200,
  steps: [
    {
      step_index: 0,
      step: 'login',
      status: 'failed',
      failure_type: 'login_failed',
      error_message: 'refused',
      stack: 'at somewhere',
      url: null,
      duration_ms: null,
      created_at: '2026-05-12T10:00:00.000Z',
    },
  ],
  report: { url: 'https://bank.example/login', trail: [], has_picture: true },
}

it('says what is known, part by part, and leaves out what is not', () => {
  expect(reportText(run, { version: '0.1.0', bank: 'north-bank' })).toBe(
    [
      'Program: 0.1.0',
      'Bank: north-bank',
      'Script: 1.1.0',
      'Run: run-1',
      'Started: 2026-05-12T10:00:00.000Z',
      'Duration: 1200 ms',
      'Status: failed',
      'Reason: wrong_credentials',
      'Stage: login',
      'Failure: login_failed',
      'Page: https://bank.example/login',
      'Message: login_failed: refused',
      '',
      'Stages',
      '  1. login: failed',
      '     refused',
      '',
      'Refused hosts',
      '  tracker.example × 2',
    ].join('\n'),
  )
})

it('tells an event in one line, also one without a time', () => {
  expect(
    trailLines([
      { at: '2026-05-12T10:00:01.250Z', event: 'stage', stage: 'login' },
      { event: 'events_dropped', count: 3 },
    ]),
  ).toEqual(['10:00:01.250 stage {"stage":"login"}', '             events_dropped {"count":3}'])
})
