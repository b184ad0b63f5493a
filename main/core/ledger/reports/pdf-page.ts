import PDFDocument from 'pdfkit'
import { PdfText } from './pdf-text.ts'

export interface PdfFonts {
  readonly regular: Uint8Array
  readonly bold: Uint8Array
}

export const margin = 40
export const ink = { text: '#1a1a1a', soft: '#666666', line: '#c8c8c8', band: '#f2f2f2' } as const

/** Room that the footer takes at the bottom of a page. */
const footerHeight = 34

/**
 * A document whose place on the page is kept here: the library would start pages by itself. Margins are zero for that
 * reason.
 */
export function createPdf(options: {
  paper: 'A4' | 'LETTER'
  fonts: PdfFonts
  title: string
  lang: string
  at: number
}) {
  const doc = new PDFDocument({
    size: options.paper,
    margin: 0,
    bufferPages: true,
    autoFirstPage: false,
    // The standard fonts know no Cyrillic or Greek, and their files would have to be found beside the program.
    font: '',
    lang: options.lang,
    displayTitle: true,
    info: {
      Title: options.title,
      Producer: 'Reconbanker Desktop',
      Creator: 'Reconbanker Desktop',
      CreationDate: new Date(options.at),
    },
  })
  doc.registerFont('regular', Buffer.from(options.fonts.regular))
  doc.registerFont('bold', Buffer.from(options.fonts.bold))
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const pen = new PdfText(doc)
  let y = margin
  const pageWidth = () => doc.page.width - 2 * margin
  const bottom = () => doc.page.height - margin - footerHeight

  return {
    doc,
    use: (name: 'regular' | 'bold', size: number): void => {
      pen.use(name, size)
    },
    pageWidth,
    get y() {
      return y
    },
    set y(value: number) {
      y = value
    },
    room: () => bottom() - y,
    page(layout: 'portrait' | 'landscape'): void {
      doc.addPage({ size: options.paper, margin: 0, layout })
      y = margin
    },
    /** Breaks a text into lines no wider than `width`; more than `most` lines end in an ellipsis. */
    wrap(text: string, width: number, most: number): string[] {
      const lines: string[] = []
      let line = ''
      let used = 0
      const space = pen.widthOf(' ')
      for (const word of pieces(text, (part) => pen.widthOf(part), width)) {
        const wide = pen.widthOf(word)
        if (line !== '' && used + space + wide > width) {
          lines.push(line)
          line = ''
          used = 0
        }
        used += (line === '' ? 0 : space) + wide
        line = line === '' ? word : `${line} ${word}`
      }
      if (line !== '') lines.push(line)
      return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, -1)}…`]
    },
    text: (text: string, x: number, at: number, color: string = ink.text) => pen.write(text, x, at, color),
    textRight: (text: string, right: number, at: number, color: string = ink.text) =>
      pen.write(text, right - pen.widthOf(text), at, color),
    rule(at: number, color: string = ink.line): void {
      doc
        .moveTo(margin, at)
        .lineTo(doc.page.width - margin, at)
        .lineWidth(0.5)
        .strokeColor(color)
        .stroke()
    },
    /** Writes the footer of every page, then answers the file. */
    async finish(footer: (page: number, of: number) => { left: string; right: string }): Promise<Buffer> {
      const { count } = doc.bufferedPageRange()
      for (let at = 0; at < count; at += 1) {
        doc.switchToPage(at)
        const { left, right } = footer(at + 1, count)
        const place = doc.page.height - margin - 10
        pen.use('regular', 7)
        this.rule(place - 6)
        this.text(left, margin, place, ink.soft)
        this.textRight(right, doc.page.width - margin, place, ink.soft)
      }
      const ended = new Promise((resolve) => doc.on('end', resolve))
      doc.end()
      await ended
      return Buffer.concat(chunks)
    },
  }
}
export type Pdf = ReturnType<typeof createPdf>

/** Words of a text; one that is wider than the column is cut. */
function pieces(text: string, widthOf: (part: string) => number, width: number): string[] {
  return text.split(/\s+/u).flatMap((word) => {
    if (word === '' || widthOf(word) <= width) return word === '' ? [] : [word]
    const letters = [...word]
    const fit = Math.max(1, Math.floor((letters.length * width) / widthOf(word)) - 1)
    return Array.from({ length: Math.ceil(letters.length / fit) }, (_, at) =>
      letters.slice(at * fit, (at + 1) * fit).join(''),
    )
  })
}
