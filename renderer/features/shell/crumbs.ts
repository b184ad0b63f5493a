import type { PlaceName } from './places.ts'

export type Crumb =
  | { readonly kind: 'place'; readonly place: PlaceName; readonly to: string }
  | { readonly kind: 'account'; readonly id: string; readonly to: string }
  | { readonly kind: 'bank'; readonly id: string; readonly to: string }
  | { readonly kind: 'version'; readonly id: string; readonly to: string }
  | { readonly kind: 'ledger'; readonly id: string; readonly to: string }
  | { readonly kind: 'run'; readonly id: string; readonly to: string }

const placeNames: readonly PlaceName[] = [
  'inbox',
  'accounts',
  'requests',
  'movements',
  'books',
  'deliveries',
  'banks',
  'diagnostics',
  'settings',
]

/** The way from the start to an address: the place, then the account, or the bank and its version. Panels lie over a place and add no step. */
export function crumbsOf(pathname: string): Crumb[] {
  const [first, second, third, fourth] = pathname.split('/').filter((part) => part !== '')
  const place = placeNames.find((name) => name === first)
  if (place === undefined) return []
  const crumbs: Crumb[] = [{ kind: 'place', place, to: `/${place}` }]
  if (place === 'accounts' && second !== undefined && second !== 'new')
    crumbs.push({ kind: 'account', id: second, to: `/accounts/${second}` })
  if (place === 'banks' && second !== undefined && second !== 'scripts') {
    crumbs.push({ kind: 'bank', id: second, to: `/banks/${second}` })
    if (third === 'versions' && fourth !== undefined)
      crumbs.push({ kind: 'version', id: fourth, to: `/banks/${second}/versions/${fourth}` })
  }
  if (place === 'books' && third !== undefined && (second === 'ledgers' || second === 'runs'))
    crumbs.push({ kind: second === 'ledgers' ? 'ledger' : 'run', id: third, to: `/books/${second}/${third}` })
  return crumbs
}
