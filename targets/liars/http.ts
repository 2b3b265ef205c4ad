import type { TargetAnswer } from '../lie.ts';
import { ofClass } from './liar.ts';
import { answering, onRefusal, onStatus, withBody, withHeader } from './rewrite.ts';

const onSuccess = onStatus(204);
const DRAFT = 'cancel.state.draft';
const OVERSIZED = 'cancel.request.note.length-4001';

const textOf = ({ body }: TargetAnswer): string => String(body);

/** The answer in another encoding than UTF-8, with a letter in it that shows. */
const latin1 = (answer: TargetAnswer): TargetAnswer =>
  withBody(answer, Buffer.from(textOf(answer).replace('"rel":"', '"title":"r\u00e9sum\u00e9","rel":"'), 'latin1'));

const withBrokenByte = (answer: TargetAnswer): TargetAnswer =>
  withBody(
    answer,
    Buffer.concat([
      Buffer.from(textOf(answer).slice(0, -1)),
      Buffer.from(',"trace":"'),
      Buffer.of(0xff),
      Buffer.from('"}'),
    ]),
  );

/** Answers that arrive and are wrong before anybody reads what they say. */
export const httpLiars = ofClass('http', [
  {
    name: 'ok-for-no-content',
    lies: 'answers 200 where 204 is due',
    tell: answering(onSuccess, (answer) => ({ ...answer, status: 200 })),
    draws: ['wrong-status'],
    seenBy: ['cancel.state.sent', 'cancel.request.note.length-4000'],
  },
  {
    name: 'accepted-for-no-content',
    lies: 'answers 202 where 204 is due',
    tell: answering(onSuccess, (answer) => ({ ...answer, status: 202 })),
    draws: ['wrong-status'],
    seenBy: ['cancel.state.unpaid'],
  },
  {
    name: 'announces-a-body',
    lies: 'announces a body with a 204',
    tell: answering(onSuccess, (answer) => withHeader(answer, 'Content-Length', '24')),
    draws: ['unexpected-body'],
    seenBy: ['cancel.state.sent', 'cancel.state.unpaid'],
  },
  {
    name: 'announces-chunks',
    lies: 'announces a body in chunks with a 204',
    tell: answering(onSuccess, (answer) => withHeader(answer, 'Transfer-Encoding', 'chunked')),
    draws: ['unexpected-body'],
    seenBy: ['cancel.state.sent'],
  },
  {
    name: 'html-page',
    lies: 'answers refusals with an HTML page',
    tell: answering(onRefusal, (answer) =>
      withHeader(withBody(answer, '<!doctype html><title>Error</title>'), 'Content-Type', 'text/html; charset=utf-8'),
    ),
    draws: ['wrong-media-type', 'malformed-json'],
    seenBy: [DRAFT, OVERSIZED, 'cancel.fault.internal'],
  },
  {
    name: 'json-called-text',
    lies: 'calls a JSON body text/plain',
    tell: answering(onRefusal, (answer) => withHeader(answer, 'Content-Type', 'text/plain')),
    draws: ['wrong-media-type'],
    seenBy: [DRAFT, 'cancel.state.unknown'],
  },
  {
    name: 'no-media-type',
    lies: 'sends a body without a Content-Type',
    tell: answering(onRefusal, (answer) => withHeader(answer, 'Content-Type', null)),
    draws: ['wrong-media-type'],
    seenBy: [DRAFT, 'cancel.access.no-token'],
  },
  {
    name: 'truncates-json',
    lies: 'sends the first half of its JSON as if it were all',
    tell: answering(onRefusal, (answer) => withBody(answer, textOf(answer).slice(0, textOf(answer).length / 2))),
    draws: ['malformed-json'],
    seenBy: [DRAFT, OVERSIZED],
  },
  {
    name: 'byte-order-mark',
    lies: 'begins its JSON with a byte order mark',
    tell: answering(onRefusal, (answer) => withBody(answer, `\ufeff${textOf(answer)}`)),
    draws: ['malformed-json'],
    seenBy: [DRAFT],
  },
  {
    name: 'trailing-comma',
    lies: 'ends its JSON object with a comma',
    tell: answering(onRefusal, (answer) => withBody(answer, textOf(answer).replace(/\}$/, ',}'))),
    draws: ['malformed-json'],
    seenBy: [DRAFT],
  },
  {
    name: 'empty-refusal',
    lies: 'refuses without a body',
    tell: answering(onRefusal, (answer) => withBody(answer, '')),
    draws: ['malformed-json'],
    seenBy: [DRAFT, 'cancel.state.unknown'],
  },
  {
    name: 'speaks-latin-1',
    lies: 'encodes its JSON in ISO 8859-1',
    tell: answering(onRefusal, latin1),
    draws: ['invalid-utf8'],
    seenBy: [DRAFT, OVERSIZED],
  },
  {
    name: 'broken-byte',
    lies: 'has a byte in its JSON that is no UTF-8',
    tell: answering(onRefusal, withBrokenByte),
    draws: ['invalid-utf8'],
    seenBy: ['cancel.access.foreign'],
  },
]);
