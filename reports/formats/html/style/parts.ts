/** What the sections are made of: marks, tables, cells, the list, texts to copy, dialogs. */
export const PARTS = `
.badge { display: inline-block; padding: 0 0.5em; border-radius: 999px; background: var(--tone-ground); color: var(--tone); font-size: 0.82rem; line-height: 1.6; font-weight: 600; white-space: nowrap; }
button.plain, button.copy, select, input { max-width: 100%; font: inherit; font-size: 0.92rem; color: var(--text); background: var(--raised); border: 1px solid var(--edge); border-radius: 6px; padding: 0.35rem 0.7rem; min-height: 36px; }
input::placeholder { color: var(--quiet); opacity: 1; }
button { cursor: pointer; }
button:disabled { color: var(--quiet); cursor: default; }
button.plain:hover:enabled, button.copy:hover { border-color: var(--quiet); }
button.link { font: inherit; color: var(--link); background: none; border: 0; padding: 0.15rem 0; min-height: 24px; text-align: left; text-decoration: underline; text-underline-offset: 0.2em; }
.scroll { position: relative; overflow-x: auto; border: 1px solid var(--edge); border-radius: 8px; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; overflow-wrap: normal; }
th, td { text-align: left; padding: 0.45rem 0.75rem; border-top: 1px solid var(--edge); vertical-align: top; }
thead th { border-top: 0; background: var(--sunken); color: var(--quiet); font-weight: 600; font-size: 0.82rem; white-space: nowrap; }
tbody th { font-weight: 600; white-space: nowrap; }
.parity tbody th { white-space: normal; min-width: 12rem; }
.note-cell { min-width: 18rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.cell { position: relative; cursor: pointer; border: 1px solid transparent; border-radius: 5px; background: var(--tone-ground); color: var(--tone); padding: 0.15rem 0.5rem; margin: 0.1rem 0.2rem 0.1rem 0; min-height: 26px; text-align: left; }
.map .cell { white-space: nowrap; }
.cells .cell { max-width: 100%; }
.cell:hover { border-color: var(--tone); }
.cells { display: flex; flex-wrap: wrap; gap: 0.15rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.35rem 1.1rem; list-style: none; margin: 0; padding: 0; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
.notes, .gaps { padding-left: 1.25rem; }
.plain-list { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.15rem; }
.plain-list li { }
.caveat { border-left: 4px solid var(--doubt); padding: 0.35rem 0.75rem; background: var(--doubt-ground); }
details > summary { cursor: pointer; padding: 0.35rem 0; }
section > details { border-top: 1px solid var(--edge); padding: 0.25rem 0; }
section > details:last-child { border-bottom: 1px solid var(--edge); }
.cause { border: 1px solid var(--edge); border-left: 5px solid var(--tone); border-radius: 4px 8px 8px 4px; margin: 0.6rem 0; background: var(--raised); content-visibility: auto; contain-intrinsic-size: auto 5rem; }
.cause > summary { padding: 0.75rem 1rem; list-style-position: outside; }
.cause-title { display: block; font-weight: 600; margin-top: 0.25rem; }
.cause-body { padding: 0 1rem 1rem; border-top: 1px solid var(--edge); }
.cause-body > div { min-width: 0; }
.marks { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 0.65rem; font-size: 0.9rem; }
.finding { border: 1px solid var(--edge); border-radius: 8px; padding: 0.5rem 1rem 1rem; margin: 0.6rem 0; }
.finding h4 { margin-top: 0.25rem; }
.clause p { }
.note { background: var(--sunken); border-radius: 6px; padding: 0.4rem 0.75rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 0.6rem; margin: 0.75rem 0; }
.sides div { border: 1px solid var(--edge); border-radius: 6px; padding: 0.5rem 0.75rem; min-width: 0; }
.sides dt { color: var(--quiet); font-size: 0.8rem; }
.sides dd { margin: 0; white-space: pre-wrap; font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: 0.86rem; }
pre { margin: 0.35rem 0; padding: 0.6rem 0.75rem; max-height: 26rem; overflow: auto; background: var(--sunken); border-radius: 6px; white-space: pre-wrap; unicode-bidi: plaintext; tab-size: 2; }
pre.spec { white-space: pre; overflow-wrap: normal; }
pre.headers { color: var(--quiet); }
mark { background: var(--mark); color: inherit; border-radius: 3px; box-shadow: 0 0 0 2px var(--mark); }
.missing { color: var(--bad); }
.copy-block { position: relative; }
.copy-block .copy { margin-top: 0.25rem; }
.exchange { border-top: 1px solid var(--edge); }
.exchange > summary { display: flex; flex-wrap: wrap; gap: 0.1rem 0.75rem; padding: 0.45rem 0; }
.exchange > summary > * { min-width: 0; }
.exchange-end { font-weight: 650; font-variant-numeric: tabular-nums; min-width: 2.2rem; }
.exchange-parts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0 1.25rem; padding-bottom: 0.75rem; }
.exchange-parts > div { min-width: 0; }
.kind dl, .kind dd { margin: 0; }
.kind dt { font-weight: 600; margin-top: 0.6rem; }
.kind dd { max-width: 52rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 0.75rem; }
figure { margin: 0.5rem 0; min-width: 0; }
figcaption { color: var(--quiet); font-size: 0.85rem; }
`;
