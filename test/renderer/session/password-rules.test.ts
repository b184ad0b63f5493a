import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPasswordPolicy } from '../../../main/core/users/password.ts'
import { nextRule, ruleCount, rulesMet } from '../../../renderer/features/session/password-rules.ts'

test.each([
  ['', 'short'],
  ['abcdefghijk', 'short'],
  ['a'.repeat(33), 'long'],
  ['ABCDEFGHIJKL', 'lower'],
  ['abcdefghijkl', 'upper'],
  ['abcdefghijkL', 'digit'],
  ['abcdefghijkL1', null],
])('shows one rule at a time: %j needs %j', (password, rule) => {
  expect(nextRule(password)).toBe(rule)
})

test('all rules are met exactly when the program accepts the password', () => {
  const accepted = (password: string) => {
    try {
      checkPasswordPolicy(password)
      return true
    } catch {
      return false
    }
  }
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), (password) => {
      expect(nextRule(password) === null).toBe(accepted(password))
      expect(rulesMet(password) === ruleCount).toBe(accepted(password))
    }),
  )
})
