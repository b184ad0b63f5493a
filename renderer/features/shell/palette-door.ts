import { createSpotlight } from '@mantine/spotlight'

/** Opens the palette from elsewhere, and tells whether it is open: until it has the focus, keys are already its own. */
export const [paletteStore, palette] = createSpotlight()
