import type { Tally } from './proof.ts'
import type {
  AlternativeReading,
  KnownSigns,
  SignReading,
  StatementEnd,
  StatementProof,
  StatementQuestion,
} from './types.ts'

export interface SettledSigns {
  readonly adopted: AlternativeReading | null
  /** Why another reading than the file's own was adopted. */
  readonly by: 'proof' | 'answer' | 'memory' | null
  readonly learnt: StatementProof['learnt']
  readonly question: StatementQuestion | null
}

const plain: SettledSigns = { adopted: null, by: null, learnt: null, question: null }
const adoptedOf = (reading: SignReading): AlternativeReading | null => (reading === 'as_read' ? null : reading)

/**
 * Which reading of its signs a statement gets (4.3.4, 5.6): the one that alone proves; where none does alone, what a
 * person answered, else what earlier files of the bank told, else the file's own. Several that prove are a question.
 */
export function settleSigns(
  tally: Tally,
  { opening, closing }: Pick<StatementEnd, 'opening' | 'closing'>,
  { answer, known }: { readonly answer: string | undefined; readonly known: KnownSigns | undefined },
): SettledSigns {
  const differing = tally.differingReadings()
  if (differing.length === 0) return plain
  const proving = tally.provingReadings(opening, closing)
  if (tally.proof(opening, closing, null).status === 'proved')
    // Where reversals cancel each other out, every reading proves and none is shown.
    return proving.length > 0 ? plain : { ...plain, learnt: { reading: 'as_read', learntBy: 'proof' } }
  const [only] = proving
  if (proving.length === 1 && only !== undefined)
    return { ...plain, adopted: only, by: 'proof', learnt: { reading: only, learntBy: 'proof' } }
  const possible: readonly SignReading[] = ['as_read', ...(proving.length > 1 ? proving : differing)]
  const answered = possible.find((reading) => reading === answer)
  if (answered !== undefined)
    return {
      adopted: adoptedOf(answered),
      by: answered === 'as_read' ? null : 'answer',
      learnt: { reading: answered, learntBy: 'answer' },
      question: null,
    }
  if (known !== undefined && possible.includes(known.reading))
    return {
      adopted: adoptedOf(known.reading),
      by: known.reading === 'as_read' ? null : 'memory',
      learnt: null,
      // A file that is read as it stands needs no word about it.
      question: known.reading === 'as_read' && proving.length === 0 ? null : remembered(possible, known),
    }
  return proving.length > 1 ? { ...plain, question: whichReading(possible) } : plain
}

const whichReading = (choices: readonly SignReading[]): StatementQuestion => ({
  code: 'amount_sign',
  params: { context: 'readings' },
  message: 'The balances prove under more than one reading of the signs. Say which one the bank means.',
  choices,
  chosen: 'as_read',
  changesAmounts: true,
})

const remembered = (choices: readonly SignReading[], { reading, learntBy, fileName }: KnownSigns) =>
  ({
    code: 'amount_sign',
    params: { context: `remembered_${learntBy}`, file: fileName },
    message:
      learntBy === 'proof'
        ? `The balances do not show how the bank signs reversals. It is read as the balances of ${fileName} showed.`
        : `The balances do not show how the bank signs reversals. It is read as was said of ${fileName}.`,
    choices,
    chosen: reading,
    changesAmounts: false,
    isRemembered: true,
  }) as const satisfies StatementQuestion
