import { expect, test } from 'vitest'
import type { InboxItem } from '../../../renderer/api-types.ts'
import { type Notice, noticeText } from '../../../renderer/features/inbox/notice-text.ts'
import { createFormats } from '../../../renderer/shared/formats.ts'
import { textsOf } from '../texts-of.ts'

const item: InboxItem = {
  id: 'ambiguous-1',
  kind: 'ambiguous',
  account_id: 'a',
  account_name: 'Principal',
  subject_id: '1',
  since: '2026-05-12T10:00:00.000Z',
  until: null,
  amount: '1500.00',
  currency: 'UYU',
  reference: 'A-1',
  name: 'Juan Pérez',
  about: null,
}
const say = (notice: Partial<Notice>, language: 'es' | 'en') =>
  noticeText(
    { count: 1, group: 'payments', item, open: '/inbox', ...notice },
    textsOf(language),
    createFormats(language),
  )

test('one thing is said exactly, with its amount, payer and account', () => {
  expect(say({}, 'en')).toEqual({ title: 'Which payment is it?', body: '1,500.00 UYU · Juan Pérez · Principal' })
  expect(say({ item: { ...item, kind: 'code', amount: null, currency: null, name: null } }, 'es')).toEqual({
    title: 'El banco pide un código',
    body: 'Principal',
  })
})

test('several are counted', () => {
  expect(say({ count: 3 }, 'en')).toEqual({ title: '3 payments need you', body: 'Principal and others' })
  expect(say({ count: 2, group: 'logins' }, 'es').title).toBe('2 ingresos esperan por usted')
})
