import { grouped } from '../../../summary/columns.ts';
import { clipped } from '../../inert-text.ts';
import { type Content, html, type Markup } from '../markup.ts';
import { coverageSign } from '../sign.ts';
import { cell, type Placed, scrolled, worstOf } from './map-cells.ts';

/** Longest name of a field or a keyword, in UTF-16 units: ours. */
const LONGEST = 120;

/** What an obligation is about where its id names no field. */
const ROOTS: Readonly<Record<string, string>> = { request: 'the body', parameter: 'the path', response: 'the body' };

/** `request/note/maxLength` is about the field `note` and the keyword `maxLength`. */
function fieldOf({ entry }: Placed): { readonly field: string; readonly keyword: string } {
  const [group = '', ...tokens] = entry.id.replace(/^legacy\//, '').split('/');
  const field = tokens.slice(0, -1).join('/');
  return { field: field === '' ? (ROOTS[group] ?? group) : field, keyword: tokens.at(-1) ?? '' };
}

function row(field: string, members: readonly Placed[], keywords: readonly string[]): Markup {
  const cells = keywords.map((keyword) => {
    const own = members.filter((one) => fieldOf(one).keyword === keyword);
    return html`<td>${own.length > 0 && cell(own, coverageSign(worstOf(own)).word)}</td>`;
  });
  return html`<tr><th scope="row">${clipped(field, LONGEST)}</th>${cells}</tr>`;
}

/** Field × keyword, as a grid. */
export function fieldMap(title: string, placed: readonly Placed[]): Content {
  if (placed.length === 0) return '';
  const keywords = [...new Set(placed.map((one) => fieldOf(one).keyword))];
  const rows = [...grouped(placed, (one) => fieldOf(one).field)].map(([field, members]) =>
    row(field, members, keywords),
  );
  const heads = keywords.map((keyword) => html`<th scope="col">${clipped(keyword, LONGEST)}</th>`);
  const table = html`<table class="map grid"><thead><tr><th scope="col">Field</th>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
  return html`<h3>${title}</h3>${scrolled(title, table)}`;
}
