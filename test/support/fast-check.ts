import fc from 'fast-check'

// The same examples on every machine, so that a change is what makes a property fail. `FC_SEED=random npx vitest run …`
// looks for new counterexamples, `FC_SEED=<number>` repeats one.
const asked = process.env.FC_SEED
if (asked !== 'random') fc.configureGlobal({ seed: asked ? Number(asked) : 20_260_512 })
