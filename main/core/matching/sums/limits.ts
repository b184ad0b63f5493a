/** Bounds of the sum search (ledger spec 6.7). */

/** Candidates looked at; of more, those of the same payer stay, then the nearest in time. */
export const mostCandidates = 40

/** Largest group: with nothing but the amounts to go by, and where the payer is the same. */
export const largestByAmount = 4
export const largestOfPayer = 6

/** Largest group when a person asks for it and can stop the search. */
export const largestOnRequest = 12

/** Solutions of the smallest size are counted up to here. */
export const mostSolutions = 10

/** Alternatives shown when several groups fit. */
export const mostAlternatives = 3

/** Steps after which the search gives up and says so; some tenths of a second. */
export const mostSteps = 2_000_000
