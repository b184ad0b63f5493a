import type { PlaceName } from './places.ts'

export type Crumb =
  | { readonly kind: 'place'; readonly place: PlaceName; readonly to: string }
  | { readonly kind: 'account'; readonly id: string; readonly to: string }

const placeNames: readonly PlaceName[] = ['accounts', 'requests', 'movements', 'deliveries', 'diagnostics', 'settings']

/** The way from the start to an address: the place, then the account. Panels lie over a place and add no step. */
export function crumbsOf(pathname: string): Crumb[] {
  const [first, second] = pathname.split('/').filter((part) => part !== '')
  const place = placeNames.find((name) => name === first)
  if (place === undefined) return []
  const crumbs: Crumb[] = [{ kind: 'place', place, to: `/${place}` }]
  if (place === 'accounts' && second !== undefined && second !== 'new')
    crumbs.push({ kind: 'account', id: second, to: `/accounts/${second}` })
  return crumbs
}
