import { useState } from 'react'

/** The files of an archive, known by what previews name; one that was refused or left out can still be taken in again. */
export function useMembers(named: readonly (string | null)[]) {
  const [members, setMembers] = useState<readonly string[]>([])
  const fresh = named.filter((name) => name !== null).filter((name) => !members.includes(name))
  if (fresh.length > 0) setMembers([...members, ...new Set(fresh)])
  return { members, forget: () => setMembers([]) }
}
