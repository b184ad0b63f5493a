/** The page that a picture shows, in page pixels. */
export interface PicturedPage {
  readonly page: number
  readonly width: number
  readonly height: number
}

/** What was drawn last. */
export interface DrawnPicture extends PicturedPage {
  /** Device pixels of the picture. */
  readonly pixels: number
}

export interface Picture {
  show(jpeg: Uint8Array<ArrayBuffer>, of: PicturedPage): void
  clear(): void
}

/** Draws the newest picture; those that come while one is being decoded replace each other. */
export function createPicture(canvas: HTMLCanvasElement, onDrawn: (drawn: DrawnPicture) => void): Picture {
  const context = canvas.getContext('bitmaprenderer')
  let next: { jpeg: Uint8Array<ArrayBuffer>; of: PicturedPage } | null = null
  let isDrawing = false
  let round = 0

  const draw = async () => {
    isDrawing = true
    while (next) {
      const { jpeg, of } = next
      const current = round
      next = null
      try {
        const bitmap = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }))
        if (current !== round) bitmap.close()
        else {
          const pixels = bitmap.width
          context?.transferFromImageBitmap(bitmap)
          onDrawn({ page: of.page, width: of.width, height: of.height, pixels })
        }
      } catch {
        // A picture that cannot be read; the next one replaces it.
      }
    }
    isDrawing = false
  }

  return {
    show(jpeg, of) {
      next = { jpeg, of }
      if (!isDrawing) void draw()
    },
    clear() {
      round += 1
      next = null
      context?.transferFromImageBitmap(null)
    },
  }
}
