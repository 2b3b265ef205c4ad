// Puts what commands really print into README.md, between `<!-- printed: NAME -->` and `<!-- end -->`.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const CLI = at('dist/cli.js');
const README = at('README.md');
const BLOCK = /(<!-- printed: (.+?) -->\n)[\s\S]*?(<!-- end -->)/g;

/** Where commands run: a caller's directory, so that nothing of ours is written over. */
const directory = mkdtempSync(join(tmpdir(), 'cancel-conformance-readme-'));

function printed(args, env = {}) {
  const options = { cwd: directory, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', ...env } };
  return spawnSync(process.execPath, args, options).stdout.trim();
}

/** A run against a target that lies, as if it were the sandbox: its first sentence and its departures. */
async function departures(liar, grep) {
  const server = spawn(process.execPath, [CLI, 'serve', '--port', '0', '--liar', liar]);
  const [text] = await once(server.stdout.setEncoding('utf8'), 'data');
  const [, url, id, secret] = /(http:\S+)\nclient id\s+(\S+)\nclient secret\s+(\S+)/.exec(text) ?? [];
  const env = { PAYPAL_BASE_URL: url, PAYPAL_CLIENT_ID: id, PAYPAL_CLIENT_SECRET: secret };
  const out = printed([CLI, 'run', '--target', 'sandbox', '--baseline', 'none', '--grep', grep], env);
  server.kill();
  return (/Departures:[\s\S]*?(?=\n\n)/.exec(out)?.[0] ?? out).replaceAll(/(.{300}).{200,}/g, '$1 …');
}

/** The gate's answer on the real client, its topics, and its first departures without their long commands. */
function toolkit() {
  const out = printed([CLI, 'run', '--client', at('examples/clients/agent-toolkit.mjs'), '--timeout', '1500']);
  const [answer, topics, ...departures] = out.replaceAll(at(''), '').split('\n\n');
  const first = departures.slice(0, 4).map((text) => text.replaceAll(/^ +again .*\n?/gm, ''));
  return [answer, topics, ...first, '…'].join('\n\n');
}

const blocks = {
  run: () => printed([CLI, 'run', '--target', 'prism']).split('\n\n').slice(0, 3).join('\n\n'),
  'agent-toolkit': toolkit,
  departures: () => departures('paid-is-a-draft', 'state.paid'),
  bench: () => readFileSync(at('reports/out/bench.txt'), 'utf8').trim(),
  selftest: () => printed([CLI, 'selftest']).split('\n\n').slice(-3).join('\n\n'),
};

let text = readFileSync(README, 'utf8');
for (const [whole, begin, name, end] of text.matchAll(BLOCK)) {
  const body = await blocks[name]();
  text = text.replace(whole, () => `${begin}\`\`\`\n${body}\n\`\`\`\n${end}`);
}
writeFileSync(README, text);
rmSync(directory, { recursive: true });
