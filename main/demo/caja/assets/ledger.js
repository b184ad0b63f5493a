const table = document.querySelector('#entries')
const account = new URLSearchParams(location.search).get('account')
let loaded = 0

const columns = {
  posted: 'posted',
  description: 'description',
  counterparty: 'counterparty',
  'money-in number': 'in',
  'money-out number': 'out',
  'balance number': 'balance',
}

async function load() {
  document.querySelector('#ledger-error')?.remove()
  const answer = await fetch(`/api/ledger/${encodeURIComponent(account)}`)
  if (answer.status === 401) {
    top.location.reload()
    return
  }
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  const { entries } = await answer.json()
  const rows = entries.map((entry) => {
    const row = document.createElement('tr')
    row.className = 'entry'
    row.dataset.ref = entry.ref
    for (const [name, key] of Object.entries(columns)) {
      const cell = row.insertCell()
      cell.className = name
      cell.textContent = entry[key] ?? ''
    }
    return row
  })
  table.tBodies[0].replaceChildren(...rows)
  loaded += 1
  table.dataset.account = account
  table.dataset.loaded = String(loaded)
}

const show = () =>
  load().catch((error) => {
    const note = document.createElement('p')
    note.id = 'ledger-error'
    note.className = 'bad'
    note.textContent = `The activity could not be loaded (${error.message}).`
    table.before(note)
  })

document.querySelector('#refresh').addEventListener('click', show)
show()
