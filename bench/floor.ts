import { readFileSync } from 'node:fs';
import { replayRun } from './replay.ts';

const { loopMs } = await replayRun(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
process.stdout.write(`${loopMs}\n`);
