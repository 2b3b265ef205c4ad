import { gzipSync } from 'node:zlib';
import type { TargetAnswer } from '../lie.ts';
import type { HonestVariant } from './honest-variant.ts';
import { anywhere, inResponse, onFault, rewritten } from './legacy-rewrite.ts';
import { withBody, withHeader } from './rewrite.ts';

const renamed = (answer: TargetAnswer, change: (name: string) => string): TargetAnswer => ({
  ...answer,
  headers: answer.headers.map(([name, value]) => [change(name), value] as const),
});

/** The same legacy answers, sent in another way. */
export const legacyWireVariants: readonly HonestVariant[] = [
  {
    name: 'legacy-gzip',
    does: 'compresses its legacy answers',
    tell: rewritten(anywhere, (answer) =>
      withBody(withHeader(answer, 'Content-Encoding', 'gzip'), gzipSync(answer.body)),
    ),
  },
  {
    name: 'legacy-chunked',
    does: 'sends its legacy answers in chunks',
    tell: rewritten(anywhere, (answer) => withHeader(answer, 'Content-Length', null)),
  },
  {
    name: 'legacy-upper-case-headers',
    does: 'writes header names of legacy answers in upper case',
    tell: rewritten(anywhere, (answer) => renamed(answer, (name) => name.toUpperCase())),
  },
  {
    name: 'legacy-no-media-type',
    does: 'does not say what its legacy answers are written in',
    tell: rewritten(anywhere, (answer) => withHeader(answer, 'Content-Type', null)),
  },
  {
    name: 'legacy-status-500',
    does: 'answers refusals with HTTP status 500 in every format',
    tell: rewritten(onFault, (answer) => ({ ...answer, status: 500 })),
  },
  {
    name: 'legacy-soap-fault-200',
    does: 'answers SOAP faults with HTTP status 200',
    tell: rewritten(inResponse('SOAP'), (answer) => ({ ...answer, status: 200 })),
  },
];
