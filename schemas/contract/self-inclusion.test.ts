import { expect, test } from 'vitest';
import { smallSpec } from '../../tests/small-operation.ts';
import { assertEnds } from './self-inclusion.ts';
import { SuiteError } from './suite-error.ts';

type Json = Readonly<Record<string, unknown>>;

const IT = { $ref: '#/components/schemas/it' };

function complaintAbout(it: Json, other: Json = {}): string {
  try {
    assertEnds(smallSpec({ it, other }), '/components/schemas/it');
  } catch (error) {
    if (error instanceof SuiteError) return `${error.code} ${error.message} ${error.hint}`;
    throw error;
  }
  return '';
}

const OTHER = { $ref: '#/components/schemas/other' };

test.each<[string, Json, Json?]>([
  ['as a part', { allOf: [{ type: 'object' }, IT] }],
  ['as an alternative', { anyOf: [{ type: 'object' }, IT] }],
  ['as the one of several', { oneOf: [IT, { type: 'object' }] }],
  ['as what it is not', { not: IT }],
  ['by way of another', { allOf: [OTHER] }, { oneOf: [{ type: 'object' }, IT] }],
  ['below a member', { properties: { a: OTHER } }, { allOf: [OTHER] }],
])('a schema that takes itself in %s is named with its line', (_, it, other) => {
  expect(complaintAbout(it, other)).toMatch(
    /^SPEC_INVALID \S+ line \d+: the schema takes itself in, and so takes no end Let it refer to itself only below a member or an item\.$/,
  );
});

test.each<[string, Json, Json?]>([
  ['a member', { properties: { next: IT } }],
  ['an item, which is a part', { allOf: [{ items: IT }] }],
  ['a member of another', { allOf: [OTHER] }, { properties: { back: IT } }],
])('one that refers to itself below %s is as good as any', (_, it, other) => {
  expect(complaintAbout(it, other)).toBe('');
});

test('a part that is taken in twice is no circle', () => {
  expect(complaintAbout({ allOf: [OTHER, { allOf: [OTHER] }] })).toBe('');
});
