import { exponentOrNull } from '../../core/statements/currencies.ts'
import { amountText } from '../../core/statements/money.ts'
import type { FileSummary, SummarisedStatement } from './summarise.ts'

const text = (amount: number | undefined | null) => (amount === undefined || amount === null ? null : String(amount))

/** The fixed form of `--json`: amounts are integer minor units as text. */
export function asJson(files: readonly FileSummary[]): string {
  return JSON.stringify({
    files: files.map(({ file, format, error, warnings, statements }) => ({
      file,
      format,
      error,
      warnings: warnings.map(({ code }) => code),
      statements: statements.map(({ account, currency, opening, closing, booked, proof }) => ({
        account,
        currency,
        opening: text(opening?.amount),
        closing: text(closing?.amount),
        entries: booked.entries,
        credit_count: booked.creditCount,
        credit_sum: text(booked.creditSum),
        debit_count: booked.debitCount,
        debit_sum: text(booked.debitSum),
        proof: proof.status,
      })),
    })),
  })
}

const printable = (words: string) => words.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')

/** What was read of one file, for people. */
export function asLines(summary: FileSummary): readonly string[] {
  const { file, format, formatDetail, encoding, reason, error, warnings, statements } = summary
  const lines = [printable(file)]
  const detail = formatDetail === null || formatDetail === format ? '' : ` (${formatDetail})`
  if (format !== null) lines.push(`  format     ${format}${detail}: ${reason ?? ''}`)
  if (encoding !== null) lines.push(`  encoding   ${encoding}`)
  if (error !== null) lines.push(`  NOT READ   ${error.code}: ${error.message}`)
  for (const statement of statements) lines.push(...statementLines(statement))
  for (const { code, message, line, count } of warnings) {
    const where = line === undefined ? '' : `line ${line}: `
    const often = count === undefined || count < 2 ? '' : ` (${count} times)`
    lines.push(`  warning    ${code}: ${where}${message}${often}`)
  }
  return lines.map(printable)
}

function statementLines(statement: SummarisedStatement): readonly string[] {
  const { account, currency, statementRef, opening, closing, booked, notBooked, proof, interpretation, suspects } =
    statement
  const exponent = currency === null ? 2 : (exponentOrNull(currency) ?? 2)
  const money = (amount: number) => amountText(amount, exponent)
  const balance = (from: typeof opening) =>
    from === null ? 'not given' : `${money(from.amount)}${from.date === null ? '' : ` on ${from.date}`} (${from.kind})`
  const lines = [
    `  account    ${account ?? 'not named'} ${currency ?? ''}${statementRef === null ? '' : `, statement ${statementRef}`}`,
    `    opening  ${balance(opening)}`,
    `    credits  ${booked.creditCount} of ${money(booked.creditSum)}`,
    `    debits   ${booked.debitCount} of ${money(booked.debitSum)}`,
    `    closing  ${balance(closing)}`,
    `    proof    ${proofWords[proof.status]}${proof.difference ? `, difference ${money(proof.difference)}` : ''}`,
  ]
  for (const { position, message } of suspects.slice(0, 10))
    lines.push(`    look at  line or entry ${position}: ${message}`)
  if (notBooked > 0) lines.push(`    besides  ${notBooked} lines that are not booked`)
  if (interpretation.length > 0) lines.push(`    read as  ${interpretation.join(', ')}`)
  return lines
}

const proofWords = {
  proved: 'proved: opening plus lines is closing',
  not_proved: 'NOT proved',
  not_provable: 'not provable, a balance is missing',
} as const
