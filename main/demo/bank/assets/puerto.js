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

const drawn = document.querySelector('#movimientos[data-origen]')

async function drawMovements() {
  const answer = await fetch(drawn.dataset.origen, { headers: { accept: 'application/json' } })
  if (answer.status === 401) {
    location.assign('/ingreso')
    return
  }
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  const { movimientos } = await answer.json()
  for (const movement of movimientos) {
    const row = drawn.tBodies[0].insertRow()
    row.className = 'movimiento'
    row.dataset.referencia = movement.referencia
    const isCredit = movement.tipo === 'C'
    const cells = {
      fecha: movement.fecha,
      concepto: movement.concepto,
      ordenante: movement.ordenante ?? '—',
      'debito numero': isCredit ? '' : movement.importe,
      'credito numero': isCredit ? movement.importe : '',
      'saldo numero': '',
      accion: '',
    }
    for (const [name, text] of Object.entries(cells)) {
      const cell = row.insertCell()
      cell.className = name
      cell.textContent = text
    }
  }
  drawn.dataset.listo = String(movimientos.length)
}

if (drawn)
  drawMovements().catch(() => {
    drawn.dataset.listo = 'error'
  })
