/**
 * `count` orders and as many movements, one for one: every amount and name is its own, nothing is random. `first` keeps
 * several sets apart.
 */
export function linearData(count: number, first = 0, at = Date.now() - 60_000) {
  const numbers = Array.from({ length: count }, (_, i) => first + i)
  const amount = (i: number) => (10_000 + i) / 100
  return {
    orders: numbers.map((i) => ({
      external_id: `O${i}`,
      amount: amount(i),
      currency: 'USD',
      name: `Persona Numero ${i} Prueba`,
    })),
    movements: numbers.map((i) => ({
      external_id: `T${i}`,
      amount: amount(i),
      currency: 'USD',
      sender_name: `PERSONA NUMERO ${i} PRUEBA`,
      received_at: new Date(at).toISOString(),
    })),
  }
}
