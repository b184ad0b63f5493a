import { expect, test } from 'vitest'
import type { Reason } from '../../../renderer/api-types.ts'
import { scoreWord } from '../../../renderer/features/requests/score-word.ts'

test.each<[number, Reason, string]>([
  [1, 'same_name', 'certain'],
  [0.8, 'likely_name', 'likely'],
  [0.5, 'no_sender', 'possible'],
  [0.33, 'weak_name', 'weak'],
  [0, 'other_name', 'none'],
  [1, 'other_amount', 'none'],
  [1, 'taken', 'none'],
])('a score of %d for %s is %s', (score, reason, word) => {
  expect(scoreWord({ score, reason })).toBe(word)
})
