import { expect, test } from 'vitest';
import { pinnedExamples } from '../../targets/prism/pinned-examples.ts';
import { answered, DEBUG_ID, expecting, judged } from '../../tests/judging.ts';
import { cancelObligations, cancelOperation } from './cancel-contract.ts';

const examples = await pinnedExamples(cancelOperation);
const errors = cancelOperation.statuses.filter((status) => status >= 400);

/** Every named example with its status, as a target would send it. */
const named = errors.flatMap((status) =>
  examples(status).map((body) => ({ status, body: body as { details?: { issue: string }[] } })),
);

test.each(named)('an example of $status passes every check at every level', ({ status, body }) => {
  const issue = body.details?.[0]?.issue;
  const sent = { ...body, debug_id: DEBUG_ID };
  expect(judged(answered(status, sent), expecting(status, issue === undefined ? {} : { issue }))).toEqual([]);
});

test('there is an example of every error status and of every issue', () => {
  const issues = named.map(({ status, body }) => `issue/${status}/${body.details?.[0]?.issue}`);
  const wanted = cancelObligations.obligations.filter(({ group }) => group === 'issue').map(({ id }) => id);
  expect(issues).toEqual(expect.arrayContaining(wanted));
  for (const status of errors) expect(examples(status), String(status)).not.toEqual([]);
});
