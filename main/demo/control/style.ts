export const style = `
body { margin: 0; background: #f7f7f8; color: #1c1f23; font: 14px/1.45 system-ui, "Noto Sans", Arial, sans-serif; }
header { background: #28323b; color: #fff; padding: 14px 28px; font-size: 18px; font-weight: 600; }
header small { font-size: 13px; font-weight: 400; opacity: .8; margin: 0 16px 0 10px; }
header a { color: #9fd0ff; font-size: 13px; font-weight: 400; }
main { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; padding: 24px 28px; max-width: 1300px; }
section { background: #fff; border: 1px solid #e2e2e6; border-radius: 8px; padding: 8px 16px 14px; margin-bottom: 20px; }
h2 { font-size: 16px; margin: 8px 0 12px; }
form { margin: 0; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; color: #5c626b; font-size: 13px; border-bottom: 1px solid #d8d8de; padding: 6px 8px; }
td { padding: 6px 8px; border-bottom: 1px solid #efeff2; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.empty { color: #5c626b; margin: 4px 0; }
.code { font: 600 34px/1.2 ui-monospace, "DejaVu Sans Mono", monospace; letter-spacing: 6px; margin: 4px 0; }
.older { color: #5c626b; font-size: 13px; padding-left: 20px; margin: 10px 0 0; }
.row { display: flex; align-items: center; gap: 10px; flex-wrap: wrap; }
.switch { display: flex; justify-content: space-between; align-items: center; gap: 16px; padding: 5px 0; border-bottom: 1px solid #efeff2; }
.switch > :last-child { display: flex; gap: 6px; flex-shrink: 0; }
.choices { gap: 0 !important; }
.choices button { border-radius: 0; margin-left: -1px; }
.grid { display: grid; grid-template-columns: 1fr 1fr; gap: 10px 16px; align-items: end; }
label { display: grid; gap: 3px; font-size: 13px; color: #5c626b; }
input, select { font: inherit; padding: 5px 8px; border: 1px solid #b9bdc4; border-radius: 5px; background: #fff; min-width: 0; }
.switch input { width: 150px; }
button { font: inherit; padding: 5px 12px; border: 1px solid #8a929c; border-radius: 5px; background: #fff; cursor: pointer; }
button:hover { background: #eef1f4; }
button.on { background: #28323b; border-color: #28323b; color: #fff; }
@media (max-width: 900px) { main { grid-template-columns: 1fr; } }
`
