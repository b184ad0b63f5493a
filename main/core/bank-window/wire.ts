/**
 * The stream of a bank window is a row of messages: length of the header (4 bytes, big-endian), length of the payload
 * (the same), header (JSON, UTF-8), payload (a JPEG for `frame`, else empty).
 */
export function encodeMessage(header: object, payload: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> {
  const json = Buffer.from(JSON.stringify(header))
  const message = Buffer.alloc(8 + json.length + payload.length)
  message.writeUInt32BE(json.length, 0)
  message.writeUInt32BE(payload.length, 4)
  message.set(json, 8)
  message.set(payload, 8 + json.length)
  return message
}
