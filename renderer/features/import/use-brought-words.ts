import { useTranslation } from 'react-i18next'
import type { StatementImport } from '../../api-types.ts'
import { plural } from '../../shared/plural.ts'
import { useFormats } from '../../shared/use-formats.ts'

type Counts = Pick<StatementImport, 'inserted' | 'duplicates' | 'enriched' | 'debits'>

/** What an import brought and what it left, in short words. */
export function useBroughtWords() {
  const { t } = useTranslation()
  const { number } = useFormats()
  return ({ inserted, duplicates, enriched, debits }: Counts): string[] => [
    t('fileImport.brought', plural(inserted, number)),
    ...(duplicates > 0 ? [t('fileImport.wereThere', plural(duplicates, number))] : []),
    ...(enriched > 0 ? [t('fileImport.enriched', plural(enriched, number))] : []),
    ...(debits > 0 ? [t('fileImport.debits', plural(debits, number))] : []),
  ]
}
