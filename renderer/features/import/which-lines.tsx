import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { plural } from '../../shared/plural.ts'
import { useFormats } from '../../shared/use-formats.ts'

export type Which = 'first' | 'known'

interface Props {
  shown: Which
  /** Lines of the file that are there already. */
  known: number
  onShow: (which: Which) => void
}

/** Switches a preview between its first lines and those that are there already; nothing where there are none. */
export function WhichLines({ shown, known, onShow }: Props) {
  const { t } = useTranslation()
  const { number } = useFormats()
  if (known === 0) return null
  return (
    <SegmentedControl
      size="xs"
      mb="xs"
      aria-label={t('fileImport.whichLines')}
      value={shown}
      onChange={(value) => onShow(value === 'known' ? 'known' : 'first')}
      data={[
        { value: 'first', label: t('fileImport.linesFirst') },
        { value: 'known', label: t('fileImport.linesKnown', { n: number(known) }) },
      ]}
    />
  )
}

/** What stands above lines that are there already, of which the first are shown. */
export function KnownCaption({ shown, known }: { shown: number; known: number }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  return shown < known
    ? t('fileImport.knownLinesSome', { shown: number(shown), n: number(known) })
    : t('fileImport.knownLines', plural(shown, number))
}
