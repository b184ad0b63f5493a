import type { Disturbances } from '../disturb.ts'
import type { SiteParts, SiteShape } from '../practice-site.ts'

/** What the control page of a practice bank shows and changes. */
export type Controlled = SiteParts<Disturbances<string>> & Omit<SiteShape, 'app'> & { readonly loginUrl: string }
