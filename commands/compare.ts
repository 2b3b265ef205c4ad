import { changesText, comparisonAnswer } from '../reports/compare/changes-text.ts';
import { comparisonOf } from '../reports/compare/comparison.ts';
import { fidelityBetween } from '../reports/compare/fidelity.ts';
import { fidelityAnswer, fidelityText } from '../reports/compare/fidelity-text.ts';
import type { RunRecord } from '../reports/run-record.ts';
import type { Paint } from '../reports/summary/paint.ts';
import { endingOf, exitCodeOf } from './exit-code.ts';
import { printableIn } from './printable-in.ts';
import type { Told } from './report.ts';

/** The exit code of a comparison: an outage now says nothing, whatever it looks like. */
function codeOf(after: RunRecord, regressions: number): number {
  const { outage } = endingOf(after, null);
  if (outage) return exitCodeOf(endingOf(after, null));
  return regressions > 0 ? 1 : 0;
}

function changes(before: RunRecord, after: RunRecord, paint: Paint): Told {
  const comparison = comparisonOf(before, after);
  const shown = printableIn(comparison);
  return {
    code: codeOf(after, comparison.regressions),
    json: comparison,
    answer: () => comparisonAnswer(shown, paint),
    text: () => changesText(shown, paint),
  };
}

/** A mock that differs has regressed in nothing: the exit code is 0. */
function fidelity(mock: RunRecord, service: RunRecord, paint: Paint): Told {
  const found = fidelityBetween(mock, service);
  const shown = printableIn(found);
  return { code: 0, json: found, answer: () => fidelityAnswer(shown, paint), text: () => fidelityText(shown, paint) };
}

/** A run held against an earlier one, or a mock against a service, whichever of both is named first. */
export function compared(after: RunRecord, before: RunRecord, paint: Paint): Told {
  if (after.target.judges === before.target.judges) return changes(before, after, paint);
  return after.target.judges === 'mock' ? fidelity(after, before, paint) : fidelity(before, after, paint);
}
