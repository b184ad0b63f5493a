import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, migrations } from '../../main/core/db/migrate.ts'
import { decisions } from '../../main/core/db/migrations/0005-decisions.ts'
import { tempDir } from '../support/temp-dir.ts'

test('what was decided and told before stays, in the new words, and open rows can be found by reference', () => {
  const db = new SqliteDatabase(join(tempDir(), 'old.db'))
  const at = migrations.indexOf(decisions)
  migrate(db, migrations.slice(0, at))
  db.exec(`
    insert into users (id, email, password_hash, created_at) values ('u', 'a@b.c', 'x', 0);
    insert into banks (id, code, name, created_at) values ('b', 'bank', 'Bank', 0);
    insert into accounts (id, user_id, bank_id, name, created_at) values ('a', 'u', 'b', 'Main', 0);
    insert into account_settings (id, account_id, webhook_url, created_at, updated_at) values ('s', 'a', 'https://x.y', 0, 0);
    insert into movements (id, account_id, external_id, reference_hash, amount_minor, currency, received_at, ingested_at,
                           raw_payload, search_text)
      values ('m', 'a', 'T-1', 'h', 100, 'UYU', 0, 0, '{"concepto":"pago TS-1041","id":"9"}', '');
    insert into requests (id, account_id, external_id, amount_minor, currency, status, created_at, last_seen_at, search_text)
      values ('r', 'a', 'TS-1041', 100, 'UYU', 'matched', 0, 0, '');
    insert into match_attempts (id, account_id, request_id, attempt_number, status, matched_candidates, created_at)
      values ('t', 'a', 'r', 1, 'success', '[{"bank_transaction_id":"m","score":0.8,"reason":"contained_name"}]', 0);
    insert into matches (id, account_id, request_id, bank_transaction_id, matched_by, matched_at, created_at)
      values ('x', 'a', 'r', 'm', 'engine', 0, 0);
    insert into deliveries (seq, id, account_id, subject_type, subject_id, event, payload, due_at, created_at)
      values (7, 'd', 'a', 'conciliation_request', 'r', 'matched', '{}', 5, 0);`)

  migrate(db, migrations.slice(0, at + 1))

  const one = (sql: string) => db.prepare(sql).get()
  expect(one('select seq, id, event, due_at from deliveries')).toEqual({ seq: 7, id: 'd', event: 'matched', due_at: 5 })
  expect(one('select reference_text from movements')).toEqual({ reference_text: 'pago TS-1041' })
  expect(one('select reference_key, note from requests')).toEqual({ reference_key: 'TS1041', note: null })
  expect(one(`select matched_candidates ->> '$[0].reason' as reason, decision from match_attempts`)).toEqual({
    reason: 'likely_name',
    decision: null,
  })
  expect(one('select split_id, settled_minor from matches')).toEqual({ split_id: null, settled_minor: null })
  expect(one('select match_without_sender, match_acceptance, near_amount_tolerance from account_settings')).toEqual({
    match_without_sender: 0,
    match_acceptance: null,
    near_amount_tolerance: 0,
  })
  expect(() =>
    db.exec(`insert into matches (id, account_id, request_id, bank_transaction_id, matched_by, matched_at, created_at)
      values ('y', 'a', 'r', 'm', 'engine', 1, 1)`),
  ).toThrow(/UNIQUE/)
  db.close()
})
