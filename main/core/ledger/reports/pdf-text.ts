type Document = PDFKit.PDFDocument

/** What is used of the library's fonts beside its public calls; pinned by its exact version and by a test. */
interface LoadedFont {
  readonly id: string
  readonly ascender: number
  /** Glyphs of a text as hexadecimal pairs, with their advances in thousandths of the size. */
  encode(text: string): [glyphs: string[], positions: { advanceWidth: number }[]]
  ref(): unknown
}
interface Letter {
  readonly glyphs: string
  readonly advance: number
}

const round = (value: number) => String(Math.round(value * 100) / 100)

/** A fill colour "#rrggbb" as three numbers of a PDF operator. */
const colorOf = (hex: string) =>
  [1, 3, 5].map((at) => round(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ')

/**
 * Measures and writes single lines of text, letter by letter. The library lays out every word with the font's rules,
 * which takes most of the time of a report of ten thousand lines; here each letter is looked up once. Kerning is lost,
 * and so are scripts whose letters join.
 */
export class PdfText {
  readonly #doc: Document
  readonly #letters = new Map<string, Map<string, Letter>>()
  #font: LoadedFont
  #known = new Map<string, Letter>()
  #size = 10

  constructor(doc: Document) {
    this.#doc = doc
    this.#font = this.use('regular', 10)
  }

  use(name: 'regular' | 'bold', size: number): LoadedFont {
    this.#doc.font(name)
    this.#font = (this.#doc as unknown as { _font: LoadedFont })._font
    this.#known = this.#letters.get(name) ?? new Map<string, Letter>()
    this.#letters.set(name, this.#known)
    this.#size = size
    return this.#font
  }

  widthOf(text: string): number {
    let advance = 0
    for (const letter of text) advance += this.#letter(letter).advance
    return (advance * this.#size) / 1000
  }

  /** `y` is the top of the line, from the top of the page. */
  write(text: string, x: number, y: number, color: string): void {
    if (text === '') return
    let glyphs = ''
    for (const letter of text) glyphs += this.#letter(letter).glyphs
    const page = this.#doc.page as unknown as { fonts: Record<string, unknown>; height: number }
    page.fonts[this.#font.id] ??= this.#font.ref()
    const baseline = page.height - y - (this.#font.ascender * this.#size) / 1000
    // The library's pages are turned upside down; text is written on the page as PDF has it.
    this.#doc.addContent(
      `q 1 0 0 -1 0 ${round(page.height)} cm ${colorOf(color)} rg BT /${this.#font.id} ${round(this.#size)} Tf 1 0 0 1 ${round(x)} ${round(baseline)} Tm <${glyphs}> Tj ET Q`,
    )
  }

  #letter(letter: string): Letter {
    const known = this.#known.get(letter)
    if (known) return known
    const [glyphs, positions] = this.#font.encode(letter)
    const found = {
      glyphs: glyphs.join(''),
      advance: positions.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0),
    }
    this.#known.set(letter, found)
    return found
  }
}
