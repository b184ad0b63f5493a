import { fieldsOf, type LogicalRecord } from './logical-records.ts'
import { minorOf } from './minor.ts'

/** What one level (account, group, file) has added up for its trailer. */
export class Level {
  /** Sum of the amounts as written. */
  control = 0
  /** Physical records, trailers and continuations included. */
  records = 0
  /** Accounts of a group, groups of a file. */
  members = 0

  add(inner: Level): void {
    this.control += inner.control
    this.records += inner.records
    this.members += 1
  }
}

/** Compares a trailer (49: control total, records; 98 and 99: control total, members, records); words, or null. */
export function trailerDifference(record: LogicalRecord, level: Level): string | null {
  const fields = fieldsOf(record)
  const hasMembers = record.code !== '49'
  const declared: (readonly [string, string | undefined, number])[] = [
    ['control total', fields[0], level.control],
    ...(hasMembers ? [[record.code === '98' ? 'accounts' : 'groups', fields[1], level.members] as const] : []),
    ['records', fields[hasMembers ? 2 : 1], level.records],
  ]
  const differing = declared
    .filter(([, said, counted]) => said !== undefined && said !== '' && minorOf(said) !== counted)
    .map(([what, said, counted]) => `${what}: declared ${said?.slice(0, 20)}, read ${counted}`)
  return differing.length === 0 ? null : differing.join('; ')
}
