import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './installed-tarball.ts';

/** The npm package that holds Node itself for this machine. */
const packageOfNode = (): string =>
  `node-${process.platform === 'darwin' && process.arch === 'arm64' ? 'bin-' : ''}${process.platform}-${process.arch}`;

/** Fetches the newest Node of a major version into the directory, by npm; the path of its binary. */
export function fetchNode(major: number, directory: string): string {
  mkdirSync(directory, { recursive: true });
  const name = packageOfNode();
  if (npm(process.execPath, ['install', '--prefix', directory, `${name}@${major}`], directory) === undefined)
    throw new Error(`${name}@${major} is out of reach.`);
  const binary = join(directory, 'node_modules', name, 'bin', 'node');
  const { stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  if (!stdout.startsWith(`v${major}.`)) throw new Error(`${binary} says that it is ${stdout}`);
  return binary;
}
