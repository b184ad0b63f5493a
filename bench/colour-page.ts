/** A page about as full as a bank's list of movements; its box takes another colour at each press of a button or key. */
export const colourPage = `<!doctype html><title>Bench</title><body style="margin:0;font:14px sans-serif">
<div id=box style="width:300px;height:200px;background:#f00"></div><input autofocus>
<p>${'Fecha 12/05/2026 Transferencia recibida Juan Pérez 1.500,00 UYU. '.repeat(20)}</p>
<script>
const colours = ['#f00', '#0f0', '#00f']
let n = 0
document.onmousedown = document.onkeydown = () => { box.style.background = colours[++n % 3] }
</script>`

/** Where the box lies, in page pixels. */
export const boxAt = { x: 100, y: 80 }
