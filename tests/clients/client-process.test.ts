import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, test } from 'vitest';
import type { ClientCall } from '../../clients/sdk/client-call.ts';
import { callLine } from '../../clients/sdk/client-protocol.ts';
import { clientSource } from '../../clients/sdk/client-source.ts';
import { assertUsable, openSdkClient, type SdkClient } from '../../clients/sdk/sdk-client.ts';
import { packageFile } from '../../schemas/contract/package-file.ts';

const directory = mkdtempSync(join(tmpdir(), 'clients-'));
const call: ClientCall = {
  ...{ baseUrl: 'http://127.0.0.1:9', accessToken: 'a-token', invoiceId: 'INV2-é 1', timeoutMs: 100 },
  notification: { note: 'a' },
};

let client: SdkClient | undefined;
afterEach(() => client?.close());

/** A process that does as the script says for every line it reads. */
function processOf(script: string): SdkClient {
  const file = join(directory, `${Math.random().toString(36).slice(2)}.mjs`);
  const answer = 'const answer = (call) => console.log(JSON.stringify({ call, outcome: { ok: true } }));';
  const loop = `let lines = 0; for await (const line of createInterface({ input: process.stdin })) { lines += 1; const { call } = JSON.parse(line); ${script} }`;
  writeFileSync(file, `import { createInterface } from 'node:readline';\n${answer}\n${loop}\n`);
  client = openSdkClient({ kind: 'command', command: `"${process.execPath}" "${file}"` });
  return client;
}

function moduleOf(text: string): SdkClient {
  const file = join(directory, `${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(file, text);
  client = openSdkClient({ kind: 'module', file });
  return client;
}

const OK = { kind: 'outcome', outcome: { ok: true } };

describe('a process', () => {
  test('is asked and answers, call after call', async () => {
    const { call: ask } = processOf('answer(call);');
    expect([await ask(call, 9_000), await ask(call, 9_000)]).toEqual([OK, OK]);
  });

  test('is given the call in one line, members in the published order', async () => {
    const echo = 'console.log(JSON.stringify({ call, thrown: line }));';
    expect(await processOf(echo).call(call, 9_000)).toEqual({
      kind: 'crashed',
      gone: false,
      how: 'It threw: {"call":1,"baseUrl":"http://127.0.0.1:9","accessToken":"a-token","invoiceId":"INV2-é 1","timeoutMs":100,"notification":{"note":"a"}}',
    });
  });

  test('may begin with a byte order mark and end its lines as Windows does', async () => {
    const { call: ask } = processOf(
      "process.stdout.write('\\uFEFF' + JSON.stringify({ call, outcome: { ok: true } }) + '\\r\\n');",
    );
    expect([await ask(call, 9_000), await ask(call, 9_000)]).toEqual([OK, OK]);
  });

  test.each([
    ['prints garbage', "console.log('hello');", 'broken', 'A line of its output is not JSON'],
    ['answers another call', 'answer(call + 1);', 'broken', 'It answers call 2, and call 1'],
    [
      'answers twice',
      'process.stdout.write(\'{"call":1,"outcome":{"ok":true}}\\n\'.repeat(2));',
      'broken',
      'another line',
    ],
    ['leaves out what is required', 'console.log(JSON.stringify({ call, outcome: { ok: false } }));', 'broken', 'kind'],
    [
      'floods its output',
      "for (;;) await new Promise((next) => process.stdout.write('x'.repeat(1e5), next));",
      'broken',
      'characters, where an answer has a few hundred',
    ],
    ['ends', "console.error('no more'); process.exit(7);", 'crashed', 'exit code 7: no more'],
    ['never answers', '', 'hung', undefined],
  ])('that %s is told as that, and replaced', async (_, script, kind, words) => {
    const { call: ask } = processOf(`if (lines === 1 && call === 1) { ${script} } else answer(call);`);
    const end = await ask(call, kind === 'hung' ? 1_500 : 9_000);
    expect(end.kind).toBe(kind);
    if (words !== undefined) expect(JSON.stringify(end)).toContain(words);
    expect(await ask(call, 9_000)).toEqual(OK);
  });
});

test('a late answer is not taken for that to the next call', async () => {
  const { call: ask } = processOf('setTimeout(() => answer(call), call === 1 ? 700 : 1_400);');
  expect((await ask(call, 300)).kind).toBe('hung');
  expect(await ask(call, 9_000)).toEqual(OK);
});

test('the lines in docs/client.md, and a call as it is written, are of the published schema', () => {
  const schema = JSON.parse(readFileSync(packageFile('schemas/published/client-protocol.schema.json'), 'utf8'));
  const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(schema);
  const shown = readFileSync(packageFile('docs/client.md'), 'utf8').match(/^\{"call".*$/gm) ?? [];
  expect(shown).toHaveLength(2);
  const lines = [...shown, callLine(1, call)].map((line) => JSON.parse(line));
  expect(lines.filter((line) => !validate(line))).toEqual([]);
  expect([{}, { call: 1 }, { call: 1, outcome: { ok: true, status: 200 } }].filter((line) => validate(line))).toEqual(
    [],
  );
});

test.each([
  ['prints garbage', "console.log('hello');", 'The client cannot be used. A line of its output is not JSON: "hello"'],
  ['never answers', '', 'The client cannot be used. It did not answer its first call within 0.5 s'],
  ['ends', 'process.exit(7);', 'The client cannot be used. Its process ended with exit code 7'],
])('a client that %s at its first call of all cannot be judged', async (_, script, message) => {
  const end = await processOf(script).call(call, script === '' ? 500 : 9_000);
  expect(() => assertUsable(end)).toThrow(expect.objectContaining({ code: 'CLIENT_UNUSABLE', message }));
});

describe('a module', () => {
  test('may print what it likes, and answers all the same', async () => {
    const floods = "export async function cancelInvoice() { console.log('x'.repeat(3e6)); return { ok: true }; }";
    expect(await moduleOf(floods).call(call, 9_000)).toEqual(OK);
  });

  test.each([
    ['throws', "throw new TypeError('no body');", 'It threw: TypeError: no body'],
    [
      'throws with a cause',
      "throw new Error('not sent', { cause: new TypeError('Bearer a-token', { cause: 7 }) });",
      'It threw: Error: not sent, caused by TypeError: Bearer a-token, caused by 7"',
    ],
    ['throws what caused itself', "const e = new Error('e'); e.cause = e; throw e;", 'Error: e, caused by Error: e'],
    ['gives what is no JSON', 'return 1n;', 'It threw: TypeError'],
    ['gives nothing', 'return undefined;', 'Its answer departs from schemas/published/client-protocol.schema.json'],
    ['ends its process', 'process.exit(3);', 'exit code 3'],
    ['throws what has no text', 'throw Object.create(null);', 'It threw: an object that has no text'],
    [
      'lets a promise fail unheard',
      "Promise.reject(Object.assign(new Error('unheard'), { code: 7 })); return new Promise(() => {});",
      'exit code 1: Error: unheard"',
    ],
  ])('that %s is told as that', async (_, body, words) => {
    const end = await moduleOf(`export async function cancelInvoice() { ${body} }`).call(call, 9_000);
    expect(JSON.stringify(end)).toContain(words);
  });

  test.each([
    ['export const cancel = () => {};', 'It exports no function cancelInvoice, but cancel'],
    ["import './not-there.mjs';", 'It cannot be loaded: Error: Cannot find module'],
    ['export const = 1;', 'It cannot be loaded: SyntaxError'],
    ['await new Promise(() => {});', 'An await at the top level of the module never ends'],
    ["import { writeSync } from 'node:fs'; writeSync(3, 'null\\nhello\\n');", 'It writes on descriptor 3'],
    ["import { writeSync } from 'node:fs'; writeSync(3, 'hello\\n');", 'It writes on descriptor 3'],
  ])('that cannot be used stops the run: %s', async (text, words) => {
    await expect(moduleOf(text).call(call, 9_000)).rejects.toMatchObject({
      code: 'CLIENT_UNUSABLE',
      message: expect.stringContaining(words),
    });
  });
});

describe('what --client names', () => {
  test.each([
    ['no-such-client.mjs', 'USAGE', 'There is no file no-such-client.mjs'],
    ['./no-such/client', 'USAGE', 'There is no file ./no-such/client'],
    [' ', 'USAGE', '--client names nothing'],
  ])('%s is refused', (named, code, message) => {
    expect(() => clientSource(named)).toThrow(expect.objectContaining({ code, message }));
  });

  test('is a command where it is no file', () => {
    expect(clientSource('python3 client.py')).toEqual({ kind: 'command', command: 'python3 client.py' });
  });

  test.skipIf(process.platform === 'win32')('is one word of a command where it is a file, whatever its name', () => {
    const file = join(directory, "it's a client.sh");
    writeFileSync(file, '');
    expect(clientSource(file)).toEqual({ kind: 'command', command: `'${file.replace("'", "'\\''")}'` });
  });

  test.skipIf((process.features as { typescript?: unknown }).typescript)(
    'is no TypeScript where Node runs none',
    () => {
      const file = join(directory, 'client.ts');
      writeFileSync(file, '');
      expect(() => clientSource(file)).toThrow(
        expect.objectContaining({ code: 'CONFIGURATION', hint: expect.stringContaining('Compile it') }),
      );
    },
  );
});
