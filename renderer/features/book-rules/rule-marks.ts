export const ruleMarks = { proposed: 'ask', active: 'done', disabled: 'paused' } as const
