/**
 * Arguments of a text that counts: `count` picks between one and other, `n` is the number as it is shown. Spanish has a
 * third form for round millions ("1.000.000 de …"); picking by 1 and 2 keeps both languages to the same two keys.
 */
export const plural = (value: number, number: (value: number) => string) => ({
  count: value === 1 ? 1 : 2,
  n: number(value),
})
