import {
  IconArrowsDownUp,
  IconBook2,
  IconBuildingBank,
  IconBuildings,
  IconInbox,
  IconListCheck,
  IconSend,
  IconSettings,
  IconStethoscope,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Mode } from '../../api-types.ts'

export type PlaceName =
  | 'inbox'
  | 'accounts'
  | 'requests'
  | 'movements'
  | 'books'
  | 'deliveries'
  | 'banks'
  | 'diagnostics'
  | 'settings'

export interface Place {
  readonly name: PlaceName
  readonly path: string
  /** The letter after G. */
  readonly letter: string
  readonly icon: TablerIcon
}

const places: readonly Place[] = [
  { name: 'inbox', path: '/inbox', letter: 'n', icon: IconInbox },
  { name: 'accounts', path: '/accounts', letter: 'a', icon: IconBuildingBank },
  { name: 'requests', path: '/requests', letter: 'r', icon: IconListCheck },
  { name: 'movements', path: '/movements', letter: 'm', icon: IconArrowsDownUp },
  { name: 'books', path: '/books', letter: 'l', icon: IconBook2 },
  { name: 'deliveries', path: '/deliveries', letter: 'd', icon: IconSend },
  { name: 'banks', path: '/banks', letter: 'b', icon: IconBuildings },
  { name: 'diagnostics', path: '/diagnostics', letter: 'i', icon: IconStethoscope },
  { name: 'settings', path: '/settings', letter: 's', icon: IconSettings },
]

/** The places of a mode: what does not apply is absent. */
export const placesOf = (mode: Mode | null): readonly Place[] =>
  mode === 'passthrough' ? places.filter(({ name }) => name !== 'requests') : places
