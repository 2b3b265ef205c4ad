/** The list of scenarios, its filters, plots and dialogs. */
export const LIST = `
#filters { display: flex; flex-wrap: wrap; align-items: end; gap: 0.6rem; }
#filters label { display: grid; grid-template-columns: minmax(0, 1fr); min-width: 0; max-width: 100%; gap: 0.15rem; font-size: 0.8rem; color: var(--quiet); }
#filters .wide { flex: 1 1 18rem; }
#filters input { width: 100%; }
#keys { font-size: 0.82rem; }
#rows { max-height: min(44rem, 80vh); overflow-y: auto; border: 1px solid var(--edge); border-radius: 8px; }
#list { list-style: none; margin: 0; padding: 0; }
#list li:first-child .row { border-top: 0; }
#list li { content-visibility: auto; contain-intrinsic-size: auto 3.4rem; }
.row { display: grid; grid-template-columns: 8.2rem minmax(0, 1fr) minmax(0, 12rem) 9.5rem 4.5rem; gap: 0.1rem 0.75rem; align-items: center; padding: 0.45rem 0.5rem; border-top: 1px solid var(--edge); color: var(--text); text-decoration: none; min-height: 3.4rem; }
.row:hover { background: var(--sunken); }
.row:focus-visible { outline-offset: -3px; }
.row-names { min-width: 0; overflow: hidden; }
.row-id, .row-title { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.row-title, .row-facts, .row-kinds { color: var(--quiet); font-size: 0.85rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.row-ms { text-align: right; font-variant-numeric: tabular-nums; font-size: 0.85rem; color: var(--quiet); }
#more { margin: 0.6rem; }
.plot { display: block; margin-top: 0.75rem; width: 100%; height: auto; max-height: 11rem; }
.plot line, .histogram line { stroke: var(--edge); }
.plot rect { fill: var(--tone); }
.line-first { fill: var(--link); stroke: var(--link); }
.line-second { fill: var(--quiet); stroke: var(--quiet); }
.line-second polyline { stroke-dasharray: 4 3; }
.plot polyline { fill: none; stroke-width: 2; vector-effect: non-scaling-stroke; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1rem; }
.plots figure { border: 1px solid var(--edge); border-radius: 8px; padding: 0.75rem; }
.histogram { display: block; width: 15rem; height: 2.25rem; fill: var(--link); }
dialog { width: min(64rem, calc(100vw - 2rem)); max-height: calc(100dvh - 2rem); overflow: auto; color: var(--text); background: var(--ground); border: 1px solid var(--edge); border-radius: 10px; padding: 0; }
dialog::backdrop { background: rgb(0 0 0 / 45%); }
dialog > header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0.5rem; padding: 0.75rem 1rem; background: var(--ground); border-bottom: 1px solid var(--edge); }
dialog > header h2 { font-size: 1.05rem; min-width: 0; }
dialog > header div { display: flex; gap: 0.4rem; }
.dialog-body { padding: 0.75rem 1rem 1.5rem; }
.scenario-title .copy { margin-left: 0.75rem; }
#dialog-title:focus { outline: none; }
.row .badge { justify-self: start; }
.dialog-body pre.spec { max-height: none; }
@media (max-width: 46rem) {
  main { padding: 1rem 0.9rem 2rem; }
  .top { flex-wrap: wrap; padding: 0.5rem 0.9rem; }
  .top .brand { flex: 1; }
  .brand span { display: none; }
  .top nav { order: 3; flex-basis: 100%; }
  .answer { padding: 1rem; }
  .tiles { grid-template-columns: repeat(auto-fit, minmax(6.2rem, 1fr)); }
  .row { grid-template-columns: auto minmax(0, 1fr) auto; }
  .row-names { grid-column: 1 / -1; grid-row: 2; }
  .row-facts { grid-row: 1; grid-column: 2; }
  .row-ms { grid-row: 1; grid-column: 3; }
  .row-kinds { grid-row: 3; grid-column: 1 / -1; }
  .row-kinds:empty { display: none; }
  dialog { width: 100vw; max-width: 100vw; min-height: 100dvh; max-height: 100dvh; border: 0; border-radius: 0; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { color-scheme: light; }
  .top nav, #theme, #filters, #keys, #more, .copy, .more, .skip, dialog { display: none; }
  .top { position: static; }
  main, footer { max-width: none; padding: 0; }
  pre, .scroll, #rows { max-height: none; overflow: visible; }
  .cause, #list li { content-visibility: visible; break-inside: avoid-page; }
  .badge, .cell, .answer, mark, rect { print-color-adjust: exact; }
}
`;
