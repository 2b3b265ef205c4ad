import { counted, grouped, listed } from '../summary/columns.ts';
import type { Paint } from '../summary/paint.ts';
import type { FidelityDifference } from './answer-differences.ts';
import type { Fidelity } from './fidelity.ts';

/** How many scenarios are named behind one difference or reason; the JSON has all. */
const NAMED = 5;

/** How true the mock is, in one sentence. */
export function fidelityAnswer({ alike, unlike, mock, service }: Fidelity, paint: Paint): string {
  const compared = alike.length + unlike.length;
  const against = `${mock.target.name} against ${service.target.name} (${service.target.baseUrl})`;
  if (compared === 0) return paint.doubt(paint.title(`Nothing can be compared: ${against}.`));
  if (unlike.length === 0)
    return paint.good(
      paint.title(`The mock answers like the service in ${counted(compared, 'scenario')}: ${against}.`),
    );
  return paint.bad(
    paint.title(
      `The mock differs from the service in ${unlike.length} of ${counted(compared, 'scenario')}: ${against}.`,
    ),
  );
}

/** Longest text of either side that is shown, in UTF-16 units; the JSON has all. */
const SHOWN = 200;

const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text || 'empty');

const differenceText = ({ aspect, answer, mock, service }: FidelityDifference): string =>
  `    ${answer ? `answer ${answer + 1}, ` : ''}${aspect}: mock ${cut(mock)}; service ${cut(service)}`;

function unlikeSection({ unlike }: Fidelity, paint: Paint): readonly string[] {
  if (unlike.length === 0) return [];
  const same = grouped(unlike, ({ differences }) => differences.map(differenceText).join('\n'));
  return [
    paint.title(`Different: ${unlike.length}`),
    ...[...same].flatMap(([text, group]) => [
      `  ${listed(
        group.map(({ scenario }) => scenario),
        NAMED,
      )}`,
      text,
    ]),
  ];
}

function notComparedSection({ notCompared }: Fidelity, paint: Paint): readonly string[] {
  if (notCompared.length === 0) return [];
  return [
    paint.title(`Not compared: ${notCompared.length}`),
    ...[...grouped(notCompared, ({ reason }) => reason)].flatMap(([reason, group]) => [
      `  ${reason}`,
      paint.quiet(
        `    ${group.length} × ${listed(
          group.map(({ scenario }) => scenario),
          NAMED,
        )}`,
      ),
    ]),
  ];
}

/** What a person reads of a mock's fidelity: the answer, what differs, equal differences told once, and what shows nothing. */
export function fidelityText(fidelity: Fidelity, paint: Paint): string {
  const head = [fidelityAnswer(fidelity, paint), ...fidelity.caveats.map((caveat) => paint.doubt(caveat))];
  const sections = [head, unlikeSection(fidelity, paint), notComparedSection(fidelity, paint)];
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${texts.join('\n\n')}\n`;
}
