/// <reference lib="dom" />
import type { Header } from '../../../../schemas/exchange.ts';
import type { PageExchange } from '../page-data.ts';
import { msText } from './badges.ts';
import { copyBlock } from './copy.ts';
import { type Child, element } from './elements.ts';
import { markedBody } from './marked-body.ts';

/** What is marked of an exchange: a member of its answer. */
export interface Marked {
  readonly pointer: string;
}

const headers = (all: readonly Header[]): Child =>
  all.length === 0
    ? undefined
    : element(
        'pre',
        { class: 'headers', tabindex: '0' },
        all.map(([name, value]) => `${name}: ${value}\n`),
      );

function requestView({ request, curl }: NonNullable<PageExchange['whole']>): readonly Child[] {
  return [
    element('p', { class: 'part' }, 'Request'),
    element('p', {}, element('code', {}, `${request.method} ${request.url}`), ` as ${request.credential}`),
    headers(request.headers),
    request.body === null ? element('p', { class: 'quiet' }, '(no body)') : markedBody(request.body),
    curl === null
      ? element('p', { class: 'quiet' }, 'The request is too long for a line here; it stands in run.json.')
      : copyBlock('curl', curl),
  ];
}

function answerView({ response }: NonNullable<PageExchange['whole']>, marked?: Marked): readonly Child[] {
  if (response.kind === 'failure')
    return [element('p', { class: 'part' }, 'No answer'), element('p', {}, `${response.code}: ${response.message}`)];
  return [
    element('p', { class: 'part' }, `Answer: ${response.status}`),
    headers(response.headers),
    markedBody(response.body, marked?.pointer),
  ];
}

const LEFT_OUT = 'Its evidence is left out of this page, which would grow too large by it: it stands in run.json.';

function contents({ whole }: PageExchange, marked?: Marked): Child {
  if (whole === undefined) return element('p', { class: 'quiet' }, LEFT_OUT);
  return element(
    'div',
    { class: 'exchange-parts' },
    element('div', {}, requestView(whole)),
    element('div', {}, answerView(whole, marked)),
  );
}

/** An exchange in a line with its timing and its id, and on opening all of it. */
export function exchangeView(exchange: PageExchange, number: number, marked?: Marked): HTMLDetailsElement {
  const { operation, method, end, ms, debugId, whole } = exchange;
  const summary = element(
    'summary',
    {},
    element('span', { class: 'exchange-end' }, end),
    element('span', {}, `${number}. ${operation} `, element('code', {}, `${method} ${whole?.request.path ?? ''}`)),
    element('span', { class: 'quiet' }, [msText(ms), whole && ` at ${whole.startedAt.slice(11, 23)}`]),
    debugId === undefined ? undefined : element('span', { class: 'quiet' }, 'id ', element('code', {}, debugId)),
  );
  const made = element('details', { class: 'exchange' }, summary);
  made.addEventListener('toggle', () => {
    if (made.open && made.childElementCount === 1) made.append(element('div', {}, contents(exchange, marked)));
  });
  return made;
}
