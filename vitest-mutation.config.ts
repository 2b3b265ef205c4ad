import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Small test files first: the first test that fails ends the trial of a mutant. */
class SmallestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).reverse();
  }
}

/**
 * Left out of the trials, to which a mutant is put by the thousand: what reads the tree itself, walks PayPal's whole document
 * for every case, draws its cases at random, or starts a shell. A mutant that only these would kill counts as one that survived.
 */
const LEFT_OUT = [
  'schemas/architecture.test.ts',
  'schemas/checks/reproduce.test.ts',
  'schemas/drift/drift.test.ts',
  'schemas/drift/rearranged.test.ts',
  'schemas/published-schemas.test.ts',
  'schemas/wire/codecs.test.ts',
  'schemas/wire/round-trip.test.ts',
];

/** The tests by which `npm run mutate` tries the mutants of one group: the globs in MUTATION_TESTS. */
export default defineConfig({
  test: {
    include: process.env.MUTATION_TESTS?.split(' ') ?? ['schemas/**/*.test.ts', 'reports/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'dist/**', ...LEFT_OUT],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    sequence: { sequencer: SmallestFirst },
  },
});
