import { columns, counted, grouped, listed } from '../reports/summary/columns.ts';
import type { Paint } from '../reports/summary/paint.ts';
import type { LieOutcome } from '../suites/selftest/judge-lie.ts';
import type { PlainScore, SelftestScore } from '../suites/selftest/score.ts';
import type { SelftestOutcome } from '../suites/selftest/selftest.ts';

/** How many survivors and alarms are named. */
const NAMED = 20;

const mark = (is: boolean): string => (is ? 'x' : '·');
const share = (count: number, of: number): string => `${of === 0 ? '–' : ((100 * count) / of).toFixed(1)} %`;

/** What a liar was found out by: kinds of finding, or that nothing can be known. */
function foundBy({ fate, sightings, answers }: LieOutcome): string {
  if (fate !== 'caught') return fate.toUpperCase();
  return answers ? [...new Set(sightings.flatMap(({ found }) => found))].join(' ') : 'inconclusive, as it must be';
}

/** What plainer judges look at in each system, one after the other. */
const EYES: Readonly<Record<LieOutcome['system'], readonly [string, string, string]>> = {
  rest: ['schema', 'status', 'issue'],
  legacy: ['schema', 'ack', 'code'],
};

/** The kill matrix of the registered liars: what plainer judges would have caught, what the suite found, and in how many scenarios. */
function matrixOf(lies: readonly LieOutcome[], paint: Paint): readonly string[] {
  return [...grouped(lies, ({ group }) => group)].flatMap(([group, members]) => {
    const rows = members.map(({ name, plain, answers, sightings }) => {
      const seen = sightings.filter(({ verdict, found }) => verdict !== 'pass' || found.length > 0).length;
      const plainer = [plain.schema, plain.status, plain.issue].map((is) => (answers ? mark(is) : ' '));
      return [name, ...plainer, `${seen}/${sightings.length}`];
    });
    const heads = ['liar', ...EYES[members[0]?.system ?? 'rest'], 'seen by'];
    const [head = '', ...lines] = columns([heads, ...rows]);
    return [
      '',
      paint.title(`${group}`),
      paint.quiet(head),
      ...lines.map((line, at) => `${line}  ${foundBy(members[at] as LieOutcome)}`),
    ];
  });
}

/** How many of the derived lies of each kind were caught. */
function derivedTable(lies: readonly LieOutcome[], paint: Paint): readonly string[] {
  if (lies.length === 0) return [];
  const rows = [...grouped(lies, ({ group }) => group)].map(([group, members]) => [
    group,
    String(members.length),
    String(members.filter(({ fate }) => fate === 'caught').length),
  ]);
  const [head = '', ...lines] = columns([['derived from the contract', 'lies', 'caught'], ...rows]);
  return ['', paint.title(head), ...lines];
}

/** What plainer judges would have caught in one system; the last column is this suite's, where it judged the same answers. */
function plainTable(
  { plain }: SelftestScore,
  lies: readonly LieOutcome[],
  system: LieOutcome['system'],
  paint: Paint,
): readonly string[] {
  const { sameAnswers, sevenScenarios, derived } = plain[system];
  const row = (title: string, { of, schema, status, issue }: PlainScore, source?: LieOutcome['source']): string[][] => {
    const own = lies.filter((lie) => lie.answers && lie.system === system && lie.source === source);
    const caught = own.filter(({ fate }) => fate === 'caught').length;
    const shares = [schema, status, issue, ...(source ? [caught] : [])].map((count) => share(count, of));
    return of === 0 ? [] : [[title, String(of), ...shares]];
  };
  const rows = [
    ...row('registered liars, same answers', sameAnswers, 'registered'),
    ...row('registered liars, seven scenarios', sevenScenarios),
    ...row('derived lies, same answers', derived, 'contract'),
  ];
  const [schema, second, third] = EYES[system];
  const title = system === 'legacy' ? 'legacy: caught by plainer judges' : 'caught by plainer judges';
  const [head = '', ...lines] = columns([[title, 'of', schema, `+ ${second}`, `+ ${third}`, 'this suite'], ...rows]);
  return rows.length === 0 ? [] : ['', paint.title(head), ...lines];
}

function faultsOf({ missed, alarms, idle }: SelftestScore): readonly string[] {
  const lines = [
    ...missed.map(({ name, fate }) => `${fate === 'untold' ? 'never told' : 'not caught'}: ${name}`),
    ...alarms.map(
      ({ name, scenario, found, verdict }) => `false alarm: ${name} in ${scenario}: ${found.join(' ') || verdict}`,
    ),
    ...idle.map((name) => `made no difference: ${name}`),
  ];
  const more = lines.length - NAMED;
  return lines.length === 0 ? [] : ['', ...lines.slice(0, NAMED), ...(more > 0 ? [`and ${more} more`] : [])];
}

/** What a person reads of a self-test: the kill matrix, what plainer judges would have caught, what is wrong, and the score. */
export function selftestText(outcome: SelftestOutcome, score: SelftestScore, seconds: number, paint: Paint): string {
  const registered = outcome.lies.filter(({ source }) => source !== 'contract');
  const derived = outcome.lies.filter(({ source }) => source === 'contract');
  const verdict = `${share(score.caught, score.lies)} of ${counted(score.lies, 'lie')} caught, ${counted(score.alarms.length, 'false alarm')}`;
  const classes = listed([...new Set(registered.map(({ group }) => group.replace(/^legacy /, '')))], 8);
  return [
    `${counted(registered.length, 'liar')} (${classes}), ${counted(derived.length, 'lie')} derived from the contract, ${counted(outcome.honest.length, 'honest variant')}`,
    ...matrixOf(registered, paint),
    ...derivedTable(derived, paint),
    ...plainTable(score, outcome.lies, 'rest', paint),
    ...plainTable(score, outcome.lies, 'legacy', paint),
    ...faultsOf(score),
    '',
    `${(score.perfect ? paint.good : paint.bad)(verdict)} ${paint.quiet(`in ${seconds.toFixed(1)} s`)}`,
    '',
  ].join('\n');
}
