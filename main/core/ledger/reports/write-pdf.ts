import { iso } from '../../time.ts'
import { createPdf, ink, margin, type Pdf, type PdfFonts } from './pdf-page.ts'
import { drawTable, type Format } from './pdf-table.ts'
import { type CellValue, type ColumnKind, decimalText } from './table.ts'
import type { Report, ReportOptions } from './types.ts'
import { wordsIn } from './words.ts'

/** 1234567 at precision 2: "12,345.67", or "12.345,67" in Spanish. */
function groupedText(minor: number, precision: number, lang: Report['lang']): string {
  const [whole = '', fraction] = decimalText(minor, precision).split('.')
  const [group, point] = lang === 'es' ? ['.', ','] : [',', '.']
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`
}

const instant = (at: number) => `${iso(at).slice(0, 16).replace('T', ' ')} UTC`

/** The report on paper: the statement on the first page, the appendices after it, "page x of y" under each (12.5). */
export async function writePdf(report: Report, options: ReportOptions, fonts: PdfFonts): Promise<Buffer> {
  const word = wordsIn(report.lang)
  const pdf = createPdf({
    paper: options.paper,
    fonts,
    lang: report.lang,
    title: `${word('title')} ${report.head.find(({ key }) => key === 'ledger')?.value ?? ''}`.trim(),
    at: report.createdAt,
  })
  const value = (kind: ColumnKind, cell: CellValue): string => {
    if (cell === null) return ''
    if (typeof cell === 'string') return cell
    if (kind === 'money') return groupedText(cell, report.currency.precision, report.lang)
    return kind === 'instant' ? instant(cell).slice(0, 16) : String(cell)
  }
  const format: Format = (column, cell) => value(column.kind, cell)
  drawStatement(pdf, report, (minor) => (minor === null ? '–' : value('money', minor)))
  pdf.page('landscape')
  for (const section of report.sections) drawTable(pdf, section, format, word('nothing'))
  const files = report.fileIds.slice(0, 3).map((id) => id.slice(0, 8))
  const more = report.fileIds.length > 3 ? ` +${report.fileIds.length - 3}` : ''
  const left = `${word('run')} ${report.runId}${files.length > 0 ? ` · ${word('files')} ${files.join(', ')}${more}` : ''} · ${word('created_at')} ${instant(report.createdAt)}`
  return pdf.finish((page, of) => ({ left, right: `${word('page')} ${page} ${word('of')} ${of}` }))
}

function drawStatement(pdf: Pdf, report: Report, amount: (minor: number | null) => string): void {
  const word = wordsIn(report.lang)
  pdf.page('portrait')
  pdf.use('bold', 17)
  pdf.text(word('title'), margin, pdf.y)
  pdf.y += 32
  const labelWidth = 150
  for (const { key, value } of report.head) {
    if (value === null) continue
    pdf.use('regular', 9)
    const text = key === 'closed_at' ? instant(Date.parse(value)) : value
    const lines = pdf.wrap(text, pdf.pageWidth() - labelWidth, 6)
    pdf.text(word(key), margin, pdf.y, ink.soft)
    for (const [at, line] of lines.entries()) pdf.text(line, margin + labelWidth, pdf.y + at * 13)
    pdf.y += Math.max(1, lines.length) * 13 + 2
  }
  pdf.y += 12
  const right = margin + pdf.pageWidth()
  const block = (title: string, lines: Report['bank']) => {
    pdf.use('bold', 11)
    pdf.text(title, margin, pdf.y)
    pdf.use('regular', 8)
    pdf.textRight(report.currency.code, right, pdf.y + 2, ink.soft)
    pdf.y += 18
    pdf.rule(pdf.y)
    pdf.y += 5
    lines.forEach(({ key, amount: minor }, at) => {
      const isTotal = at === lines.length - 1
      if (isTotal) pdf.rule(pdf.y - 1, ink.text)
      pdf.use(isTotal ? 'bold' : 'regular', 10)
      pdf.text(word(key), margin, pdf.y + 2)
      pdf.textRight(amount(minor), right, pdf.y + 2)
      pdf.y += 18
    })
    pdf.y += 14
  }
  block(word('block_a'), report.bank)
  block(word('block_b'), report.books)
  pdf.doc.rect(margin, pdf.y, pdf.pageWidth(), 26).fill(ink.band)
  pdf.use('bold', 11)
  pdf.text(word('difference'), margin + 8, pdf.y + 7)
  pdf.textRight(amount(report.difference), right - 8, pdf.y + 7)
}
