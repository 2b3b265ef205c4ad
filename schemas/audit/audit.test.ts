import { expect, test } from 'vitest';
import { cancel } from '../../tests/judging.ts';
import { libraryOperation } from '../../tests/library.ts';
import { audit } from './audit.ts';
import { AUDIT_LEVELS } from './rule.ts';
import { rules } from './rules.ts';

test('ids are permanent, unique and in kebab-case, and everything is said in sentences', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { id, summary, follows, level } of rules) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(summary).toMatch(/^\S.*\.$/);
    expect(follows).toMatch(/^\S.*\.$/);
    expect(AUDIT_LEVELS).toContain(level);
  }
});

/** What is known to be wrong with PayPal’s document, by rule: the lines on which it is written. */
const KNOWN: Readonly<Record<string, readonly number[]>> = {
  'nothing-required': [246, 307, 338, 369, 460, 617, 650, 679, 708, 724],
  'one-of-untold': [583],
  'any-of-empty': [282, 409],
  'pattern-idle': [224, 233],
  'limit-unsendable': [189],
  'required-in-prose': [512, 516],
  'pinned-prose': [206, 291, 303, 418, 428, 438, 448, 458],
  'limit-not-honored': [226, 235],
  'ascii-only': [605],
  'prose-limit': [605],
  'one-or-more': [498],
  'empty-path-parameter': [188],
  'example-undescribed': [755],
  'status-only-in-default': [617, 650, 679, 708, 724],
  'issues-unlisted': [154],
  'refused-without-issue': [132, 184, 190, 211, 218, 228, 237, 241, 497, 595, 603, 605],
  'default-unshown': [239, 243],
  'format-unpublished': [602],
  'other-operation': [185],
  'min-length-idle': [603],
  'pattern-dialect': [605],
  'enum-and-pattern': [574],
  'minimum-of-zero': [188, 225, 234, 273, 334, 365, 400, 484, 498, 555, 566, 646, 675, 704, 747],
};

test('everything known of PayPal’s document is found, at its line, and nothing else', () => {
  const lines: Record<string, number[]> = {};
  for (const { rule, clause } of audit([cancel])) {
    lines[rule] ??= [];
    lines[rule].push(clause.line);
  }
  expect(lines).toEqual(KNOWN);
});

test('what costs most stands first', () => {
  const levels = audit([cancel]).map(({ level }) => AUDIT_LEVELS.indexOf(level));
  expect(levels).toEqual(levels.toSorted());
});

test('an unrelated document goes through the same rules', () => {
  expect(audit([libraryOperation])).toEqual([]);
});

test('what operations share is said once, with all of them', () => {
  const [first] = audit([cancel, { ...cancel, id: 'another' }]);
  expect(first?.operations).toEqual(['invoices.cancel', 'another']);
  expect(audit([cancel, cancel])).toEqual(audit([cancel]));
});
