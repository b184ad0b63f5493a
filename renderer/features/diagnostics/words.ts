import type { TFunction } from 'i18next'
import { type Stage, stages } from '../../../main/core/sessions/types.ts'

const isStage = (name: string): name is Stage => stages.some((stage) => stage === name)

/** The stage in words; a name of another version stays as it is. */
export const stageWords = (t: TFunction, stage: string | null): string =>
  stage === null ? '–' : isStage(stage) ? t(`diagnostics.stage.${stage}`) : stage
