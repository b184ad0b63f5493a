import { shell } from 'electron'
import { invalid } from '../core/errors.ts'

/**
 * The one way out for links: http and https only, without credentials, into the person's own browser. Any other scheme
 * could start a program. Throws `link.refused`.
 */
export async function openExternalSafely(address: string): Promise<void> {
  const url = URL.parse(address)
  const isWeb = url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
  if (!isWeb || url.username !== '' || url.password !== '')
    throw invalid('link.refused', 'Only http and https addresses can be opened')
  await shell.openExternal(url.href)
}
