/** Decisions of a run that can be taken back (10.2), by their word in the trail. */
export const decisions: readonly string[] = [
  'manual_match',
  'accept',
  'accept_unattended',
  'accept_again',
  'reject',
  'undo',
  'offer_again',
  'withdraw',
  'close',
  'reopen',
  'split',
  'join',
]
