import { manyScenarios } from './many.ts';

/** Scenarios of each run: linear in time means that each costs the same in all of them. */
const COUNTS = [1000, 5000, 20_000];

for (const count of COUNTS) {
  const { ms, peakMb } = await manyScenarios(count);
  const each = (ms / count).toFixed(2);
  process.stdout.write(
    `${count} scenarios  ${(ms / 1000).toFixed(1)} s  ${each} ms each  largest process ${peakMb.toFixed(0)} MB\n`,
  );
}
