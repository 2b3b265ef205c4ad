/** The page: its letters, its width, its sections, and what stands at its top. */
export const PAGE = `
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; -webkit-text-size-adjust: 100%; overflow-wrap: anywhere; }
code, pre, .row-id, .cell { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: 0.86em; }
a { color: var(--link); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
section { margin-top: 3rem; }
section.answer { margin-top: 0; }
h1, h2, h3, h4 { line-height: 1.3; margin: 0; font-weight: 650; text-wrap: balance; }
h2 { font-size: 1.3rem; }
h3 { font-size: 1rem; margin: 1.75rem 0 0.5rem; }
h4 { font-size: 0.95rem; margin: 1.25rem 0 0.4rem; }
.part { font-weight: 650; font-size: 0.9rem; margin-top: 0.75rem; }
p { margin: 0.35rem 0; }
.lead { color: var(--quiet); max-width: 46rem; margin-bottom: 1rem; }
.quiet:not(.badge, .cell, .cause, rect) { color: var(--quiet); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 0.5rem; top: 0.5rem; z-index: 3; background: var(--ground); padding: 0.5rem 1rem; }
.top { position: sticky; top: 0; z-index: 2; display: flex; align-items: center; gap: 0.5rem 1.5rem; padding: 0.55rem 1.25rem; background: var(--ground); border-bottom: 1px solid var(--edge); }
.brand { margin: 0; }
.brand span { color: var(--quiet); }
.top nav { flex: 1; min-width: 0; overflow-x: auto; }
.top nav ul { display: flex; gap: 0.25rem; list-style: none; margin: 0; padding: 0; }
.top nav a { display: block; padding: 0.3rem 0.55rem; white-space: nowrap; color: var(--text); text-decoration: none; border-radius: 6px; font-size: 0.92rem; }
.top nav a:hover { background: var(--quiet-ground); }
footer { max-width: 76rem; margin: 0 auto; padding: 1.25rem; border-top: 1px solid var(--edge); color: var(--quiet); font-size: 0.875rem; }
.answer { border-left: 6px solid var(--tone); background: var(--tone-ground); border-radius: 4px 10px 10px 4px; padding: 1.5rem; }
.answer h1 { display: flex; gap: 0.75rem; font-size: clamp(1.2rem, 2.6vw, 1.6rem); overflow-wrap: anywhere; }
.answer-sign { color: var(--tone); }
.answer-target { display: block; margin-top: 0.3rem; font-size: 1rem; font-weight: 400; color: var(--quiet); }
.tiles { list-style: none; display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: 0.6rem; margin: 1.25rem 0 0; padding: 0; }
.tile { width: 100%; min-height: 44px; display: block; text-align: left; font: inherit; cursor: pointer; color: var(--text); background: var(--raised); border: 1px solid var(--edge); border-radius: 8px; padding: 0.6rem 0.8rem; }
.tile:hover { border-color: var(--tone); }
.tile[aria-pressed='true'] { outline: 2px solid var(--tone); }
.tile-count { display: block; font-size: 1.5rem; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; color: var(--tone); }
.tile-word { font-size: 0.875rem; color: var(--quiet); }
.facts { display: grid; padding: 1.25rem 1.5rem 0; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 0.6rem 1.5rem; margin: 0; font-size: 0.9rem; }
.facts dt { color: var(--quiet); font-size: 0.8rem; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
`;
