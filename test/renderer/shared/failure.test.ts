import { describe, expect, test } from 'vitest'
import english from '../../../renderer/i18n/en/index.ts'
import { Failure, readFailure } from '../../../renderer/shared/failure.ts'
import { failureText } from '../../../renderer/shared/failure-text.ts'
import { textsOf } from '../texts-of.ts'

const texts = {
  t: textsOf('en'),
  exists: (key: string | string[]) => String(key).replace(/^errors\./, '') in english.errors,
} as Parameters<typeof failureText>[0]

describe('a failure of the program', () => {
  test('is read from both shapes of the contract', () => {
    expect(readFailure(400, { error: 'webhook_url is required', code: 'settings.webhook_url' })).toMatchObject({
      status: 400,
      message: 'webhook_url is required',
      code: 'settings.webhook_url',
    })
    expect(readFailure(403, { error: { code: 'FORBIDDEN', message: 'Forbidden' } })).toMatchObject({
      message: 'Forbidden',
      code: 'FORBIDDEN',
    })
    expect(readFailure(502, '<html>')).toMatchObject({ status: 502, message: 'HTTP 502' })
  })

  test('of the books is read with its fields, and with the places of a file', () => {
    expect(
      readFailure(400, { code: 'invalid_request', message: 'code: is required', details: { code: 'is required' } }),
    ).toMatchObject({
      code: 'invalid_request',
      message: 'code: is required',
      issues: [{ path: 'code', message: 'is required' }],
    })
    expect(
      readFailure(422, {
        code: 'unreadable',
        message: 'No',
        details: [{ line: 7, column: 2, code: 'x', message: 'no date' }],
      }).issues,
    ).toEqual([{ path: '7', line: 7, column: 2, code: 'x', message: 'no date' }])
    expect(readFailure(409, { code: 'run_closed', message: 'The run is closed', details: null })).toMatchObject({
      status: 409,
      code: 'run_closed',
      issues: [],
    })
  })

  test('is told in the language of the window where its code is known', () => {
    expect(failureText(texts, new Failure(401, 'Invalid credentials', 'auth.invalidCredentials'))).toBe(
      'E-mail and password do not match.',
    )
  })

  test('is told in the words of the program where it is not', () => {
    expect(failureText(texts, new Failure(409, 'polling_body must be valid JSON (or empty)', 'x.y'))).toBe(
      'polling_body must be valid JSON (or empty)',
    )
  })

  test('a program that does not answer says what to do', () => {
    expect(failureText(texts, new Failure(0, 'fetch failed'))).toContain('Check that it is running')
  })
})
