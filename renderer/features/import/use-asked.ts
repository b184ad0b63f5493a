import { useState } from 'react'

/** Questions of a file: what was answered is asked no more by the reading, and stays in sight to be answered otherwise. */
export function useAsked<Q extends { readonly code: string }>(questions: readonly Q[]): readonly Q[] {
  const [asked, setAsked] = useState<readonly Q[]>([])
  const fresh = questions.filter(({ code }, at) => {
    const isFirst = questions.findIndex((other) => other.code === code) === at
    return isFirst && !asked.some((known) => known.code === code)
  })
  if (fresh.length > 0) setAsked([...asked, ...fresh])
  return fresh.length > 0 ? [...asked, ...fresh] : asked
}
