import type { ReactNode } from 'react'
import type { Failure } from '../../shared/failure.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { Notice } from '../../shared/ui/notice.tsx'
import { Places, placesOf } from './places.tsx'

interface Props {
  title: string
  failure: Failure
  actions?: ReactNode
  tone?: 'bad' | 'ask'
}

/** Why a file was refused, with its places and what can be done about it. */
export function Refusal({ title, failure, actions, tone = 'bad' }: Props) {
  const failureText = useFailureText()
  return (
    <Notice tone={tone} title={title} actions={actions}>
      {failureText(failure)}
      <Places places={placesOf(failure)} />
    </Notice>
  )
}
