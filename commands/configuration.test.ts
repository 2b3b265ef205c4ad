import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { parse } from 'dotenv';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packageFile } from '../schemas/contract/package-file.ts';
import { forgetSecrets, holdsSecret } from '../schemas/secrets/known-secrets.ts';
import type { Target } from '../targets/target.ts';
import { addCleanupOptions } from './cleanup-options.ts';
import { defaultRate } from './conduct.ts';
import { applySettings, loadConfiguration } from './configuration.ts';
import { addRunOptions } from './run-options.ts';
import { settings } from './settings.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'configuration-'));
});
afterEach(forgetSecrets);

const loaded = (file: string, environment: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => {
  writeFileSync(join(directory, '.env'), file);
  loadConfiguration(directory, environment);
  return environment;
};

describe('.env.example', () => {
  const text = readFileSync(packageFile('.env.example'), 'utf8');

  test('holds every setting, in their order, and no value', () => {
    expect(parse(text)).toEqual(Object.fromEntries(settings.map(({ name }) => [name, ''])));
    expect(text.match(/^\w+(?==)/gm)).toEqual(settings.map(({ name }) => name));
  });

  test.each(settings)('says of $name what it means, its unit and its default', ({
    name,
    meaning,
    unit,
    default: value,
  }) => {
    const paragraph = text.split('\n\n').find((part) => part.includes(`\n${name}=`));
    expect(paragraph).toContain(`# ${meaning}\n`);
    const facts = [unit && `Unit: ${unit}.`, value && `Default: ${value}`].filter(Boolean).join(' ');
    if (facts !== '') expect(paragraph).toContain(`# ${facts}\n`);
  });
});

test('the file adds to the environment, which wins; an empty value is none', () => {
  const file = 'PAYPAL_CLIENT_ID=of-the-file\nPAYPAL_CLIENT_SECRET="of the file "\nCONFORMANCE_RATE=\nOTHER=1\n';
  expect(loaded(file, { PAYPAL_CLIENT_ID: 'of-the-environment', CONFORMANCE_TIMEOUT: ' ' })).toEqual({
    PAYPAL_CLIENT_ID: 'of-the-environment',
    PAYPAL_CLIENT_SECRET: 'of the file',
    OTHER: '1',
  });
});

test('what is loaded is a secret from then on', () => {
  loaded('PAYPAL_CLIENT_ID=canary-client\nPAYPAL_CLIENT_SECRET=canary-secret\nPAYPAL_BASE_URL=http://127.0.0.1:4010\n');
  const basic = Buffer.from('canary-client:canary-secret').toString('base64');
  expect(['canary-secret', basic, 'http://127.0.0.1:4010'].map(holdsSecret)).toEqual([true, true, false]);
});

test('no file is no error, and nothing is printed', () => {
  const environment: NodeJS.ProcessEnv = {};
  loadConfiguration(directory, environment);
  expect(environment).toEqual({});
});

test('a file that cannot be read is one sentence and a hint', () => {
  mkdirSync(join(directory, '.env'));
  expect(() => loadConfiguration(directory, {})).toThrow(
    expect.objectContaining({ code: 'CONFIGURATION', message: 'The file .env cannot be read (EISDIR)' }),
  );
});

test.skipIf(process.getuid?.() === 0)('a file of somebody else’s is one sentence and a hint', () => {
  writeFileSync(join(directory, '.env'), '');
  chmodSync(join(directory, '.env'), 0);
  expect(() => loadConfiguration(directory, {})).toThrow(/EACCES/);
});

const optionsOf = async (args: readonly string[], environment: NodeJS.ProcessEnv) => {
  const command = addRunOptions(new Command('run')).exitOverride();
  command.hook('preAction', (_, asked) => applySettings(asked, environment)).action(() => {});
  await command.parseAsync(['--target', 'prism', ...args], { from: 'user' });
  return command.opts();
};

test('every setting that is made for an option gives it its value, and the command line wins', async () => {
  const made = settings.filter(({ option }) => option !== undefined);
  const environment = Object.fromEntries(made.map(({ name }, at) => [name, String(11 + at)]));
  const values = { maxCalls: 11, rate: 12, workers: 13, timeout: 14 };
  expect(made).toHaveLength(Object.keys(values).length);
  expect(await optionsOf([], environment)).toMatchObject(values);
  expect(await optionsOf(['--rate', '2', '--timeout', '3'], environment)).toMatchObject({
    ...values,
    rate: 2,
    timeout: 3,
  });
});

test('what is made for a run is for a clearing up as well, where that has the option', async () => {
  const command = addCleanupOptions(new Command());
  applySettings(command, { CONFORMANCE_RATE: '2', CONFORMANCE_TIMEOUT: '3', CONFORMANCE_WORKERS: '4' });
  expect(command.opts()).toMatchObject({ rate: 2, timeout: 3 });
});

test('a default that the setting names is the one that the option has', async () => {
  const { timeout } = await optionsOf([], {});
  expect(settings.find(({ option }) => option === '--timeout')?.default).toBe(String(timeout));
  const rate = defaultRate({ judges: 'service' } as Target);
  expect(settings.find(({ option }) => option === '--rate')?.default).toBe(String(rate));
});

test('a value that the option does not take is one sentence and a hint', async () => {
  await expect(optionsOf([], { CONFORMANCE_RATE: 'fast' })).rejects.toMatchObject({
    code: 'CONFIGURATION',
    message: 'CONFORMANCE_RATE is not what --rate takes',
    hint: 'It takes calls from 0 to 1000.',
  });
});
