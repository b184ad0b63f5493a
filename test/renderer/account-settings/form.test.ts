import { describe, expect, test } from 'vitest'
import type { AccountSettings } from '../../../renderer/api-types.ts'
import { completenessOf, problemsOf, reservedIn } from '../../../renderer/features/account-settings/check.ts'
import {
  fieldOfFailure,
  firstSection,
  inputOf,
  sectionsOf,
  storedSecret,
  valuesOf,
} from '../../../renderer/features/account-settings/form.ts'
import { requestHead, webhookSample } from '../../../renderer/features/account-settings/samples.ts'

const saved: AccountSettings = {
  id: 's',
  account_id: 'a',
  pending_orders_endpoint: 'https://erp.example/pending',
  webhook_url: 'https://erp.example/hook',
  retry_limit: 5,
  polling_method: 'POST',
  polling_body: { account: 'main' },
  auth_type: 'api_key',
  auth_token: storedSecret,
  webhook_auth_type: null,
  webhook_auth_token: null,
  notification_endpoint_url: 'https://ops.example/n',
  notification_auth_type: 'bearer',
  notification_auth_token: storedSecret,
  notification_events: ['login_failed'],
  notify_on_expired: true,
  webhook_extra_fields: { tenant: 'acme' },
  silent_ingestion: false,
  session_type: 'persistent',
  login_mode: 'assisted',
  match_without_sender: false,
  notify_on_unmatched: false,
  near_amount_tolerance: null,
  match_acceptance: null,
  match_margin: null,
  bank_username: 'acme.uy',
}
const filled = { ...valuesOf(null), pending_orders_endpoint: 'https://a.example', webhook_url: 'https://b.example' }
const fresh = { mode: 'reconcile', hasCredentials: false } as const
const known = { mode: 'reconcile', hasCredentials: true } as const

describe('the form and the API', () => {
  test('saving untouched settings sends them back as they are', () => {
    const { id: _, account_id: __, ...rest } = saved
    expect(inputOf(valuesOf(saved))).toEqual(rest)
  })

  test('credentials that were not entered are left out, so that the stored pair stays', () => {
    const input = inputOf({ ...valuesOf(null), webhook_url: 'https://b.example' })
    expect(input).not.toHaveProperty('bank_username')
    expect(input).not.toHaveProperty('bank_password')
  })

  test('a password is sent as it was typed, blanks included', () => {
    expect(inputOf({ ...filled, bank_username: ' u ', bank_password: ' p ' })).toMatchObject({
      bank_username: 'u',
      bank_password: ' p ',
    })
  })

  test('an emptied token clears it, a kept one keeps it', () => {
    expect(inputOf({ ...valuesOf(saved), auth_token: '' }).auth_token).toBeNull()
    expect(inputOf(valuesOf(saved)).notification_auth_token).toBe(storedSecret)
  })

  test('orders exist in reconcile only', () => {
    expect(sectionsOf('reconcile')).toContain('orders')
    expect(sectionsOf('passthrough')).not.toContain('orders')
  })
})

describe('what a save would refuse', () => {
  test('an empty form in reconcile', () => {
    expect(problemsOf(valuesOf(null), fresh)).toEqual({
      pending_orders_endpoint: 'endpointNeeded',
      webhook_url: 'webhookNeeded',
    })
  })

  test('passthrough needs no endpoint', () => {
    expect(problemsOf(valuesOf(null), { ...fresh, mode: 'passthrough' })).toEqual({ webhook_url: 'webhookNeeded' })
  })

  test.each([
    ['webhook_url', 'erp', 'url'],
    ['webhook_url', 'ftp://erp.example', 'urlScheme'],
    ['pending_orders_endpoint', 'https://', 'url'],
    ['webhook_extra_fields', '{', 'json'],
    ['webhook_extra_fields', '[1]', 'jsonObject'],
    ['webhook_extra_fields', '"text"', 'jsonObject'],
    ['webhook_extra_fields', '{"status":1,"id":2}', 'reserved'],
    ['notification_endpoint_url', 'x', 'url'],
  ])('%s with %j: %s', (field, value, problem) => {
    expect(problemsOf({ ...filled, [field]: value }, fresh)).toEqual({ [field]: problem })
  })

  test.each([[''], [-1], [1.5]] as const)('a retry limit of %j', (retry_limit) => {
    expect(problemsOf({ ...filled, retry_limit }, fresh)).toEqual({ retry_limit: 'retry' })
  })

  test('a password without a user, a first user without a password', () => {
    expect(problemsOf({ ...filled, bank_password: 'p' }, fresh)).toEqual({ bank_username: 'usernameNeeded' })
    expect(problemsOf({ ...filled, bank_username: 'u' }, fresh)).toEqual({ bank_password: 'passwordNeeded' })
    expect(problemsOf({ ...filled, bank_username: 'u' }, known)).toEqual({})
  })

  test('messages to tell, but nowhere to tell them', () => {
    expect(problemsOf({ ...filled, notification_events: ['login_failed'] }, fresh)).toEqual({
      notification_endpoint_url: 'eventsNeedEndpoint',
    })
  })

  test('reserved keys are named', () => {
    expect(reservedIn('{"tenant":1,"status":1,"id":2}')).toEqual(['status', 'id'])
  })
})

describe('completeness', () => {
  test('of saved settings', () => {
    const values = valuesOf(saved)
    const sections = sectionsOf('reconcile').map((section) => completenessOf(section, values, known))
    expect(sections).toEqual(['complete', 'complete', 'complete', 'optional', 'complete', 'complete', 'optional'])
  })

  test('of a new account', () => {
    const values = valuesOf(null)
    const sections = sectionsOf('reconcile').map((section) => completenessOf(section, values, fresh))
    expect(sections).toEqual(['incomplete', 'complete', 'incomplete', 'optional', 'incomplete', 'optional', 'optional'])
  })
})

describe('where a refused save points', () => {
  test.each([
    [{ code: 'settings.webhook_extra_fields', issues: [], message: 'x' }, 'webhook_extra_fields'],
    [{ code: 'target.localhost', issues: [{ path: 'webhook_url', message: '' }], message: 'x' }, 'webhook_url'],
    [{ code: null, issues: [], message: 'retry_limit must be a whole number' }, 'retry_limit'],
    [{ code: 'db.full', issues: [], message: 'The disk is full' }, null],
  ])('%j', (failure, field) => {
    expect(fieldOfFailure(failure)).toBe(field)
  })

  test('the first section on the screen that holds an error', () => {
    expect(firstSection(['notification_endpoint_url', 'bank_password', 'webhook_url'])).toBe('credentials')
    expect(firstSection([])).toBeNull()
  })
})

describe('samples', () => {
  test('the payload of the mode with the extra fields, own keys kept', () => {
    expect(webhookSample('reconcile', '{"tenant":"acme"}')).toMatchObject({ status: 'matched', tenant: 'acme' })
    expect(webhookSample('passthrough', '')).not.toHaveProperty('status')
    expect(webhookSample('reconcile', '{"status":"x"}')).toMatchObject({ status: 'matched' })
    expect(webhookSample('reconcile', '{ half')).toMatchObject({ external_id: 'A-100' })
  })

  test('the head names the scheme and never a token', () => {
    expect(requestHead('POST', 'https://erp.example', { type: 'api_key', hasToken: true })).toBe(
      'POST https://erp.example\nAccept: application/json\nContent-Type: application/json\nAuthorization: Api-Key ••••••••',
    )
    expect(requestHead('GET', ' ', { type: 'bearer', hasToken: false })).toBe('GET https://…\nAccept: application/json')
  })
})
