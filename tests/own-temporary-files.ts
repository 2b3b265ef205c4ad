import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives one run of the self-tests a temporary folder of its own, which goes when they end: none leaves its files behind. */
export default function ownTemporaryFiles(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'cc-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
