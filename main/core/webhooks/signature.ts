import { createHmac } from 'node:crypto'

/** The two headers by which a receiver proves that a body is ours and fresh (spec 5.3). `at` in ms. */
export function signatureHeaders(body: string, secret: string, at: number): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000))
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  return { 'X-Webhook-Timestamp': timestamp, 'X-Signature-256': `sha256=${signature}` }
}
