/** English words of the API for a kind of discrepancy: what it is, why it matters, what to do. The window has its own. */
export interface Words {
  readonly title: string
  readonly explanation: string
  readonly suggestedAction: string
}

const texts: Readonly<Record<string, Words>> = {
  statement_not_proved: {
    title: 'Statement does not prove',
    explanation: 'The opening balance plus the booked lines is not the closing balance.',
    suggestedAction:
      'Look for a missing, doubled or wrongly signed line; import the file again, or override with a reason.',
  },
  statement_gap: {
    title: 'Statement missing',
    explanation: 'A statement opens with another balance than the one before closed with, on a later day.',
    suggestedAction: 'Import the statement of the days between.',
  },
  statement_overlap: {
    title: 'Statements overlap',
    explanation: 'Two statements cover the same days with balances that do not continue each other.',
    suggestedAction: 'Check whether one of the files is for another account or was corrected by the bank.',
  },
  sequence_gap: {
    title: 'Statement number missing',
    explanation: 'The bank numbers its statements; a number is missing.',
    suggestedAction: 'Import the statement with the missing number.',
  },
  page_missing: {
    title: 'Page missing',
    explanation: 'The statement has several pages and not all of them are here.',
    suggestedAction: 'Import the missing page.',
  },
  declared_totals_differ: {
    title: 'Declared totals differ',
    explanation: 'The bank declares other counts or sums than the lines in the file give.',
    suggestedAction: 'Download the file again; lines may be missing.',
  },
  account_mismatch: {
    title: 'Another account',
    explanation: 'A statement or a line is of another account than the one that the ledger stands for.',
    suggestedAction: 'Import it into the ledger of that account, or add the account to this ledger.',
  },
  currency_mismatch: {
    title: 'Another currency',
    explanation: 'A statement or a line is in another currency than the ledger.',
    suggestedAction: 'Import it into a ledger of that currency.',
  },
  missing_in_ledger: {
    title: 'Not in the books',
    explanation: 'The bank booked this line; the books have no entry for it.',
    suggestedAction: 'Match it by hand, post it, or close it with a reason.',
  },
  missing_on_statement: {
    title: 'Not on the statement',
    explanation: 'The books have this entry; no statement shows it.',
    suggestedAction: 'Wait for it, look for it in another account, or correct the booking.',
  },
  amount_difference: {
    title: 'Amounts differ',
    explanation: 'The reference agrees, the amount does not.',
    suggestedAction: 'Match it as a part, write the difference off, or correct the booking.',
  },
  partial_settlement: {
    title: 'Partly settled',
    explanation: 'Only a part of the amount is matched.',
    suggestedAction: 'Match or close the rest.',
  },
  batch_sum_mismatch: {
    title: 'Parts do not add up',
    explanation: 'The parts of a batch do not sum to its entry, and no charge explains the rest.',
    suggestedAction: 'Match the whole entry, or close the rest.',
  },
  duplicate_source_entry: {
    title: 'Possibly the same line twice',
    explanation: 'Two lines say the same with different references of the bank.',
    suggestedAction: 'Compare them; close one as a duplicate if the bank booked only once.',
  },
  possible_duplicate_ledger_entry: {
    title: 'Possibly booked twice',
    explanation:
      'Two open ledger entries have the same amount and counterparty, and only one line is on the statement.',
    suggestedAction: 'Reverse one of them if it was booked twice.',
  },
  ambiguous_match: {
    title: 'More than one candidate',
    explanation: 'Several proposals are nearly equally good.',
    suggestedAction: 'Choose the right one.',
  },
  search_incomplete: {
    title: 'Search not complete',
    explanation: 'There were too many combinations to look at all of them.',
    suggestedAction: 'Choose the entries by hand, or search with fewer.',
  },
  bank_reference_reused: {
    title: 'Bank reference used twice',
    explanation: 'The bank gave one reference to two different lines; both are kept.',
    suggestedAction: 'Nothing, unless the lines are one.',
  },
  bank_correction: {
    title: 'Bank announces a correction',
    explanation: 'The bank says that a line replaces or deletes an earlier one.',
    suggestedAction: 'Look at the earlier line and close what no longer holds.',
  },
  unlinked_return: {
    title: 'Return without its payment',
    explanation: 'Money came back, and the payment that it belongs to was not found.',
    suggestedAction: 'Match it with the original by hand.',
  },
  value_date_gap: {
    title: 'Dates far apart',
    explanation: 'Booking date and value date are more than five days apart.',
    suggestedAction: 'Check the value date with the bank if interest depends on it.',
  },
  period_mismatch: {
    title: 'Another accounting period',
    explanation: 'The ledger entry is dated in another accounting period than the line.',
    suggestedAction: 'Correct the date, or accept it.',
  },
  currency_difference: {
    title: 'Values differ in base currency',
    explanation: 'The values in base currency differ by more than the tolerance.',
    suggestedAction: 'Post the currency difference.',
  },
  wrong_counterparty: {
    title: 'Another counterparty’s account',
    explanation: 'The account on the line belongs to another known counterparty than the matched entry.',
    suggestedAction: 'Undo the match if it is wrong, or correct the counterparty.',
  },
  accepted_match_broken: {
    title: 'Accepted match broken',
    explanation: 'A ledger entry of an accepted match was changed afterwards.',
    suggestedAction: 'Undo the match and match again, or restore the booking.',
  },
  closed_period_changed: {
    title: 'Closed run changed',
    explanation: 'What a closed run contains is not what it was closed with.',
    suggestedAction: 'Compare it with its closing pack; reopen the run, or restore a copy of the data.',
  },
  transfer_counterpart_missing: {
    title: 'Transfer without its other side',
    explanation: 'A transfer between own accounts shows on one statement only.',
    suggestedAction: 'Import the other account’s statement.',
  },
  encoding_fallback: {
    title: 'Encoding differs',
    explanation: 'The file is not in the encoding it declares; it was read in the one that fits.',
    suggestedAction: 'Check names with accents.',
  },
  value_date_adjusted: {
    title: 'Impossible value date',
    explanation: 'A value date past the end of its month was read as the last day.',
    suggestedAction: 'Nothing; banks count interest so.',
  },
  booking_date_inferred: {
    title: 'Booking date inferred',
    explanation: 'A line has no booking date; its value date or the statement’s date was taken.',
    suggestedAction: 'Check the dates of these lines.',
  },
  interpretation_chosen: {
    title: 'Signs read another way',
    explanation:
      'The signs were read another way than they stand in the file: only so the balances prove, or it was said or learnt before.',
    suggestedAction: 'Check one of these lines against the bank.',
  },
}

export const wordsOf = (type: string): Words =>
  texts[type] ?? { title: type, explanation: 'Something differs.', suggestedAction: 'Look at it.' }
