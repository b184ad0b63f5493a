import { assertNever } from '../errors.ts'
import type { FailureReason } from './types.ts'

/** Thrown by our lookup, so that no connection is made to an address that was not judged. */
export class LocalAddressError extends Error {
  override readonly name = 'LocalAddressError'
}

const reasonOfCode: Readonly<Record<string, FailureReason>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  ENODATA: 'dns',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EPROTO: 'tls',
  HOSTNAME_MISMATCH: 'tls',
  UND_ERR_INVALID_ARG: 'bad-header',
  UND_ERR_HEADERS_OVERFLOW: 'not-http',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'not-http',
  UND_ERR_DESTROYED: 'stopped',
  UND_ERR_CLOSED: 'stopped',
}

/** Codes of OpenSSL and of Node's TLS, e.g. `DEPTH_ZERO_SELF_SIGNED_CERT`, `CERT_HAS_EXPIRED`, `ERR_TLS_CERT_ALTNAME_INVALID`. */
const tlsCode = /^(ERR_TLS|ERR_SSL|CERT|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|CRL|INVALID_CA|PATH_LENGTH)/

export function reasonOf(error: unknown): FailureReason {
  if (error instanceof LocalAddressError) return 'local-address'
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (error instanceof Error && error.name === 'HTTPParserError') return 'not-http'
  return reasonOfCode[code] ?? (tlsCode.test(code) ? 'tls' : 'other')
}

/** What a person reads in the delivery log: what failed and, where it helps, what to do. */
export function sentenceOf(reason: FailureReason, host: string, timeoutMs: number): string {
  switch (reason) {
    case 'bad-url':
      return 'The address is not a valid http or https URL'
    case 'bad-header':
      return 'The request cannot be written: the token or an address part holds characters that HTTP does not allow'
    case 'local-address':
      return `${host} is a local or private address, and local targets are not allowed in the settings`
    case 'dns':
      return `The name ${host} could not be resolved`
    case 'refused':
      return `${host} refused the connection: nothing is listening there`
    case 'unreachable':
      return `${host} cannot be reached from this network`
    case 'timeout':
      return `${host} did not finish its answer within ${timeoutMs / 1000} s`
    case 'reset':
      return `${host} closed the connection before the answer was complete`
    case 'tls':
      return `The secure connection to ${host} failed: its certificate is not valid or not trusted`
    case 'redirect':
      return `${host} answered with a redirect; redirects are not followed`
    case 'too-large':
      return `The answer of ${host} is larger than allowed`
    case 'not-http':
      return `${host} did not answer in valid HTTP`
    case 'stopped':
      return 'The program was stopping'
    case 'other':
      return `The exchange with ${host} failed`
    default:
      return assertNever(reason)
  }
}
