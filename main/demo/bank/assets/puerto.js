const summary = document.querySelector('#resumen-del-dia')

const minorOf = (text) => Number(text.replaceAll('.', '').replace(',', ''))
const money = (minor) =>
  (minor / 100).toLocaleString('es-UY', { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: 'always' })

async function showSummary() {
  const answer = await fetch(summary.dataset.origen, { headers: { accept: 'application/json' } })
  if (answer.status === 401) {
    location.assign('/ingreso')
    return
  }
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  const day = await answer.json()
  const credits = day.movimientos.filter((movement) => movement.tipo === 'C')
  const sum = credits.reduce((total, movement) => total + minorOf(movement.importe), 0)
  const symbol = day.moneda === 'USD' ? 'U$S' : '$'
  summary.textContent =
    credits.length === 0
      ? 'Hoy: sin acreditaciones'
      : `Hoy: ${credits.length} acreditaciones por ${symbol} ${money(sum)}`
}

showSummary().catch(() => {
  summary.textContent = 'Resumen del día no disponible'
})
