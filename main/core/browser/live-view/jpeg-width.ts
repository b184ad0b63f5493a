/** Pixels across, out of the frame header of a JPEG; 0 when there is none. */
export function jpegWidth(jpeg: Buffer): number {
  for (let at = 2; at + 9 < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg.readUInt8(at + 1)
    if (marker >= 0xc0 && marker <= 0xc2) return jpeg.readUInt16BE(at + 7)
  }
  return 0
}
