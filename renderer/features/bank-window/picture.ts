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

const type = 'image/jpeg'

/**
 * The decoder gives the picture a millisecond sooner than a bitmap of a blob, which takes the way through the browser's
 * own process; browsers without it, and pages that are not at a safe address, take the bitmap.
 */
async function decode(jpeg: Uint8Array<ArrayBuffer>): Promise<VideoFrame | ImageBitmap> {
  if (!('ImageDecoder' in globalThis)) return createImageBitmap(new Blob([jpeg], { type }))
  const decoder = new ImageDecoder({ data: jpeg, type })
  try {
    return (await decoder.decode()).image
  } finally {
    decoder.close()
  }
}

const widthOf = (image: VideoFrame | ImageBitmap) => ('displayWidth' in image ? image.displayWidth : image.width)
const heightOf = (image: VideoFrame | ImageBitmap) => ('displayHeight' in image ? image.displayHeight : image.height)

/** Draws the newest picture; those that come while one is being decoded replace each other. */
export function createPicture(canvas: HTMLCanvasElement, onDrawn: (drawn: DrawnPicture) => void): Picture {
  // Pictures come from memory: they are drawn there, not sent to the graphics card one by one.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  let next: { jpeg: Uint8Array<ArrayBuffer>; of: PicturedPage } | null = null
  let isDrawing = false
  let round = 0

  const put = (image: VideoFrame | ImageBitmap) => {
    const [width, height] = [widthOf(image), heightOf(image)]
    // Setting a size, even the same one, empties the canvas.
    if (canvas.width !== width) canvas.width = width
    if (canvas.height !== height) canvas.height = height
    context?.drawImage(image, 0, 0)
  }
  const draw = async () => {
    isDrawing = true
    while (next) {
      const { jpeg, of } = next
      const current = round
      next = null
      try {
        const image = await decode(jpeg)
        const pixels = widthOf(image)
        if (current === round) put(image)
        image.close()
        if (current === round) onDrawn({ page: of.page, width: of.width, height: of.height, pixels })
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
      canvas.width = 1
      canvas.height = 1
    },
  }
}
