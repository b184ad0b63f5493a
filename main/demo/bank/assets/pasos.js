const waiting = document.querySelector('[data-estado]')
const opener = document.querySelector('[data-ventana]')

async function followState() {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    const answer = await fetch(waiting.dataset.estado).catch(() => null)
    const next = answer?.ok ? (await answer.json()).sigue : null
    if (next) {
      location.assign(next)
      return
    }
  }
}

if (waiting) followState()
opener?.addEventListener('click', () => window.open(opener.dataset.ventana, 'codigo', 'width=480,height=560'))
