import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { plural } from '../../../shared/plural.ts'
import { useFormats } from '../../../shared/use-formats.ts'
import type { UploadState } from './use-upload.ts'

/** How far an import is; nothing while none is under way. */
export function UploadProgress({ step, progress }: Pick<UploadState, 'step' | 'progress'>) {
  const { t } = useTranslation()
  const { number } = useFormats()
  if (step === null) return null
  return (
    <div role="status">
      <Text size="sm" mb={6}>
        {t(`imports.step.${step}`)}
        {step === 'reading' &&
          progress?.rows !== undefined &&
          ` · ${t('imports.lines', plural(progress.rows, number))}`}
      </Text>
      <Progress
        aria-label={t(`imports.step.${step}`)}
        value={progress?.of && step === 'reading' ? Math.round((100 * progress.done) / progress.of) : 100}
        animated={step === 'matching' || !progress?.of}
      />
    </div>
  )
}
