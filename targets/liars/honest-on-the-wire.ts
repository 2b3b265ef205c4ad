import { gzipSync } from 'node:zlib';
import type { TargetAnswer } from '../lie.ts';
import type { HonestVariant } from './honest-variant.ts';
import { answering, onRefusal, onStatus, withBody, withHeader } from './rewrite.ts';

const always = () => true;
const DEBUG_ID = 'paypal-debug-id';

const renamed = (answer: TargetAnswer, change: (name: string) => string): TargetAnswer => ({
  ...answer,
  headers: answer.headers.map(([name, value]) => [change(name), value] as const),
});

const compressed = (answer: TargetAnswer): TargetAnswer =>
  withBody(withHeader(answer, 'Content-Encoding', 'gzip'), gzipSync(answer.body));

const debugIdAgain = (answer: TargetAnswer): TargetAnswer => {
  const own = answer.headers.find(([name]) => name.toLowerCase() === DEBUG_ID);
  return own === undefined ? answer : { ...answer, headers: [...answer.headers, own] };
};

/** The same answers, sent in another way. */
export const wireVariants: readonly HonestVariant[] = [
  {
    name: 'charset',
    does: 'adds charset=utf-8 to its media type',
    tell: answering(onRefusal, (answer) => withHeader(answer, 'Content-Type', 'Application/JSON;charset=UTF-8')),
  },
  {
    name: 'chunked',
    does: 'sends its bodies in chunks',
    tell: answering(onRefusal, (answer) => withHeader(answer, 'Content-Length', null)),
  },
  { name: 'gzip', does: 'compresses its bodies', tell: answering(onRefusal, compressed) },
  {
    name: 'lower-case-headers',
    does: 'writes header names in lower case',
    tell: answering(always, (answer) => renamed(answer, (name) => name.toLowerCase())),
  },
  {
    name: 'upper-case-headers',
    does: 'writes header names in upper case',
    tell: answering(always, (answer) => renamed(answer, (name) => name.toUpperCase())),
  },
  {
    name: 'more-headers',
    does: 'adds headers of its own',
    tell: answering(always, (answer) => ({
      ...answer,
      headers: [...answer.headers, ['Server', 'edge'], ['Set-Cookie', 'a=b'], ['X-Request-Id', '1']],
    })),
  },
  {
    name: 'debug-id-in-upper-case',
    does: 'writes the debug id of the header in upper case',
    tell: answering(always, (answer) => {
      const id = answer.headers.find(([name]) => name.toLowerCase() === DEBUG_ID)?.[1] ?? '';
      return withHeader(answer, 'PayPal-Debug-Id', id.toUpperCase());
    }),
  },
  { name: 'debug-id-twice', does: 'sends its debug id header twice', tell: answering(always, debugIdAgain) },
  {
    name: 'no-debug-id-header',
    does: 'sends its debug id in the body only',
    tell: answering(always, (answer) => withHeader(answer, 'PayPal-Debug-Id', null)),
  },
  {
    name: 'closes-after-each',
    does: 'closes the connection after each answer',
    tell: answering(always, (answer) => withHeader(answer, 'Connection', 'close')),
  },
  {
    name: 'no-retry-after',
    does: 'does not say when to come back',
    tell: answering(onStatus(429), (answer) => withHeader(answer, 'Retry-After', null)),
  },
];
