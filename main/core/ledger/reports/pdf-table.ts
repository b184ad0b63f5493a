import { ink, margin, type Pdf } from './pdf-page.ts'
import type { CellValue, Column, Section } from './table.ts'

const size = 6.5
const lineHeight = 8.5
const padding = 3
const mostLines = 3

export type Format = (column: Column, value: CellValue) => string

/** A section as a table that repeats its header on every page. */
export function drawTable(pdf: Pdf, section: Section, format: Format, nothing: string): void {
  // A column without a width is for machines: it stays out of the paper.
  const shown = section.columns.flatMap((column, at) => (column.width > 0 ? [{ column, at }] : []))
  const total = shown.reduce((sum, { column }) => sum + column.width, 0)
  const isRight = (column: Column) => column.kind === 'money' || column.kind === 'integer'
  let x = margin
  const places = shown.map(({ column, at }) => {
    const width = (column.width / total) * pdf.pageWidth()
    const place = { column, at, x: x + padding, width: width - 2 * padding }
    x += width
    return place
  })

  function header(title: boolean): void {
    if (title) {
      pdf.use('bold', 10)
      pdf.text(section.title, margin, pdf.y)
      pdf.y += 16
    }
    pdf.doc.rect(margin, pdf.y, pdf.pageWidth(), lineHeight + 4).fill(ink.band)
    pdf.use('bold', size)
    for (const { column, x: left, width } of places) {
      const [text = ''] = pdf.wrap(column.title, width, 1)
      if (isRight(column)) pdf.textRight(text, left + width, pdf.y + 3)
      else pdf.text(text, left, pdf.y + 3)
    }
    pdf.y += lineHeight + 5
    pdf.use('regular', size)
  }

  if (pdf.room() < 70) pdf.page('landscape')
  header(true)
  if (section.rows.length === 0) {
    pdf.text(nothing, margin + padding, pdf.y + 2, ink.soft)
    pdf.y += lineHeight + 4
  }
  for (const row of section.rows) {
    const cells = places.map(({ column, at, width }) => {
      const text = format(column, row[at] ?? null)
      return isRight(column) ? [text] : pdf.wrap(text, width, mostLines)
    })
    const height = Math.max(...cells.map((lines) => lines.length), 1) * lineHeight + 3
    if (pdf.room() < height) {
      pdf.page('landscape')
      header(false)
    }
    places.forEach(({ column, x: left, width }, at) => {
      cells[at]?.forEach((line, index) => {
        const top = pdf.y + 2 + index * lineHeight
        if (isRight(column)) pdf.textRight(line, left + width, top)
        else pdf.text(line, left, top)
      })
    })
    pdf.y += height
    pdf.rule(pdf.y - 0.5)
  }
  pdf.y += 14
}
