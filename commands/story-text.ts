import { obligationTitle } from '../reports/compare/coverage-changes.ts';
import { kindLine } from '../reports/kinds/kind-text.ts';
import type { Paint } from '../reports/summary/paint.ts';
import { printable } from '../schemas/checks/answer-body.ts';
import type { Expected } from '../schemas/checks/check.ts';
import { findingText } from '../schemas/checks/finding-text.ts';
import type { Given } from '../suites/scenario.ts';
import { exchangeText } from './exchange-text.ts';
import { printableIn } from './printable-in.ts';
import type { ScenarioStory } from './scenario-story.ts';
import { whenText } from './when-text.ts';

function givenText({ state, recipients, shared, fault }: Given): string {
  return [
    `an invoice in state ${state}`,
    ...(recipients ? [`with ${recipients.length} CC addresses`] : []),
    ...(shared ? ['shared by scenarios that leave it unchanged'] : []),
    ...(fault === undefined ? [] : [`and a target told to answer ${fault}`]),
  ].join(', ');
}

function expectedText({ status, ack, issue, field, location, level, origin, clause }: Expected): string {
  const parts = [status.join(' or '), ack, issue, field && `field ${field}`, location && `in the ${location}`];
  const rest = `(${level}, ${origin}, ${clause.file}:${clause.line})`;
  return [parts.filter((part) => part !== undefined && part !== '').join(', '), rest].join(' ');
}

function definitionLines({ definition, result }: ScenarioStory): readonly string[] {
  if (definition === null) return [];
  const { given, when, expected } = definition;
  const isLegacy = expected.some(({ ack }) => ack !== undefined);
  const sent = result?.exchanges.find(({ operation }) => operation === result.operation);
  return [
    `  given     ${givenText(given)}`,
    `  when      ${whenText(when, isLegacy, sent)}`,
    ...expected.map((one) => `  expected  ${expectedText(one)}`),
  ];
}

function clauseLines({ clause }: ScenarioStory, paint: Paint): readonly string[] {
  if (clause === null) return [];
  return [
    paint.title(`Clause: specs/${clause.file}:${clause.line} ${clause.pointer}`),
    ...clause.around.map(({ line, text }) => {
      const shown = `${String(line).padStart(6)} | ${text}`;
      return line === clause.line ? paint.title(`>${shown}`) : paint.quiet(` ${shown}`);
    }),
  ];
}

const indented = (text: string): readonly string[] => text.split('\n').map((line) => `  ${printable(line)}`);

function findingLines({ result }: ScenarioStory, paint: Paint): readonly string[] {
  if (result === null || result.findings.length === 0) return [];
  return [
    paint.title(`Findings: ${result.findings.length}`),
    ...result.findings.flatMap((finding) => [
      ...indented(findingText(result.id, finding, result.exchanges[finding.exchange ?? -1])),
      ...kindLine(finding.kind).map((line) => paint.quiet(`    ${line}`)),
      ...(finding.accepted ? [`    accepted as ${finding.accepted}`] : []),
    ]),
  ];
}

function exchangeLines({ result, curl }: ScenarioStory, paint: Paint): readonly string[] {
  if (result === null) return [];
  return [
    paint.title(`Exchanges: ${result.exchanges.length}`),
    ...result.exchanges.flatMap((exchange, at) => exchangeText(exchange, at + 1, curl[at] ?? '', paint)),
  ];
}

const MARKS = { pass: 'good', fail: 'bad', inconclusive: 'doubt', inapplicable: 'quiet' } as const;

/** The scenario's answer in one line: its verdict, and why where there is a reason. */
export function storyAnswer({ id, result }: ScenarioStory, paint: Paint): string {
  if (result === null) return paint.doubt(`${id} was planned, and not run.`);
  const { title, verdict, reason, flaky } = result;
  const why = [reason, flaky && `flaky; at first, ${flaky}`].filter((one) => one).join(' ');
  return `${paint.title(id)} (${title}): ${paint[MARKS[verdict]](verdict)}${why ? `: ${why}` : ''}`;
}

/** Exchanges and findings are escaped where they are printed, since a `curl` has to stay as it can be pasted. */
function safe(story: ScenarioStory): ScenarioStory {
  const { result, curl, ...rest } = story;
  if (result === null) return printableIn(story);
  const { exchanges, ...own } = result;
  return { ...printableIn(rest), curl, result: { ...printableIn(own), exchanges } };
}

/** Everything about one scenario, for a person. */
export function storyText(story: ScenarioStory, paint: Paint): string {
  const told = safe(story);
  const { result, coverage, caveats } = told;
  const run = result
    ? [`  ${result.operation}, ${result.level}, ${result.origin}, ${result.durationMs.toFixed(1)} ms`]
    : [];
  const sections = [
    [
      storyAnswer(told, paint),
      ...run,
      ...definitionLines(told),
      ...caveats.map((caveat) => paint.doubt(`  ${caveat}`)),
    ],
    clauseLines(told, paint),
    coverage.length === 0
      ? []
      : [paint.title('Claims'), ...coverage.map((entry) => `  ${obligationTitle(entry)}: ${entry.standing}`)],
    findingLines(told, paint),
    exchangeLines(told, paint),
  ];
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${texts.join('\n\n')}\n`;
}
