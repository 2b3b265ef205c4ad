import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RunRecord } from '../../reports/run-record.ts';
import { HOSTILE, hostileRecord } from '../hostile-record.ts';
import { EXCHANGE } from '../run-samples.ts';
import { launchBrowser } from './browser.ts';
import { CLAUSE, clean, earlier, manyScenarios, morning } from './morning.ts';
import { pageFile } from './report-page.ts';

/** One browser for all of it, and one context a test. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

const opened: Page[] = [];
afterEach(async () => {
  for (const page of opened.splice(0)) await page.context().close();
});

/** What went wrong in a page, and what it asked of the network. */
const troubles = new WeakMap<Page, string[]>();

async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const seen: string[] = [];
  page.on('pageerror', ({ message }) => seen.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(message.text());
  });
  page.on('dialog', (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) seen.push(request.url());
  });
  page.setDefaultTimeout(15_000);
  troubles.set(page, seen);
  opened.push(page);
  await page.goto(address);
  return page;
}

const address = pageFile('morning', morning, earlier);
const cause = (page: Page, words: string) => page.locator('details.cause', { hasText: words }).first();

describe('a morning with news', () => {
  test('gives the answer first, in one sentence, then the counts', async () => {
    const page = await open(address);
    const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/^. ?3 new departures from the contract in 2 of 6 scenarios judged; 1 known \(target prism/);
    expect(await page.locator('.tile').allInnerTexts()).toEqual(
      ['2 ✕ failed', '1 ? inconclusive', '1 ○ not run', '1 ≈ known', '1 – inapplicable', '3 ✓ passed'].map((tile) =>
        tile.replace(' ', '\n'),
      ),
    );
    expect(troubles.get(page)).toEqual([]);
  });

  test('shows the contract as a map by sign and word, with the scenarios behind a cell and gaps with reasons', async () => {
    const page = await open(address);
    const row = page.locator('table.map').first().locator('tr', { hasText: '422' });
    expect(await row.locator('.cell').allTextContents()).toEqual([
      '✕ answered, failed',
      '≈ CANNOT_CANCEL_DRAFT_INVOICE, known',
      '◐ as documented, rehearsed',
      '✓ 1 of 1, verified',
    ]);
    const grid = page.locator('table.grid');
    expect(await grid.locator('thead th').allInnerTexts()).toEqual(['Field', 'required', 'maxLength', 'minLength']);
    expect(await grid.locator('tr', { hasText: 'note' }).locator('td').allTextContents()).toEqual([
      '',
      '? undecided, undecided',
      '– unsatisfiable, unsatisfiable',
    ]);
    expect(await page.locator('#contract').innerText()).toContain('Error codes of the legacy operation');
    await row.locator('.cell').first().click();
    expect(await page.locator('dialog li').allInnerTexts()).toEqual([
      '✕ failed cancel.state.draft',
      '≈ known cancel.state.paid',
    ]);
    await page.keyboard.press('Escape');
    await page.locator('#contract summary').click();
    expect(await page.locator('.gaps').innerText()).toContain('unclaimed: nobody looks');
  });

  test('tells each cause once, with all that one needs to judge it', async () => {
    const page = await open(address);
    expect(await page.locator('details.cause .cause-title').allInnerTexts()).toEqual([
      'The message of a 422 is another one.',
      'No field.',
      'The contract answers 204 here.',
    ]);
    const first = cause(page, 'The message of a 422');
    expect(await first.getAttribute('open')).not.toBeNull();
    await first.locator('h4', { hasText: 'Shows in 2 scenarios' }).waitFor();
    expect(await first.locator('.sides').first().innerText()).toContain(
      '"The requested action could not be performed."',
    );
    expect(await first.locator('.clause mark').innerText()).toMatch(new RegExp(`^ *${CLAUSE.line} +enum:`));
    expect(await first.locator('.body mark').allInnerTexts()).toEqual(['  "message": "Something went wrong.",']);
    expect(await first.locator('.exchange > summary').allInnerTexts()).toEqual([
      expect.stringMatching(/422\s*1\. invoices\.create POST \/v2\S+\s*431 ms at 00:00:01\.000\s*id b1985a21862fe/),
      expect.stringMatching(/422\s*2\. invoices\.cancel .*\s*13 ms/),
    ]);
    expect(await first.innerText()).toMatch(/First seen 2026-01-03, 8 days old, in 2 runs; last good run 2026-01-01/);
    await cause(page, 'No field.').locator('summary').first().click();
    expect(await cause(page, 'No field.').locator('.missing').first().innerText()).toContain('/details/0/field');
    await cause(page, 'The contract answers 204').locator('summary').first().click();
    await cause(page, 'The contract answers 204').getByText('Accepted by me on 2026-01-01: It echoes.').waitFor();
  });

  test('copies curl and the support ticket exactly as they can be pasted', async () => {
    const page = await open(address);
    await page.evaluate('navigator.clipboard.writeText = async (text) => { window.copied = text; }');
    const first = cause(page, 'The message of a 422');
    await first.locator('.exchange > summary').nth(1).click();
    await first.getByRole('button', { name: 'Copy curl' }).click();
    expect(await page.evaluate('window.copied')).toMatch(/^curl -i .*--data-raw '\{"note":"it'\\''s over"\}'$/);
    await first.getByText('Support ticket').click();
    await first.getByRole('button', { name: 'Copy ticket' }).click();
    const ticket = String(await page.evaluate('window.copied'));
    expect(ticket).toMatch(/^Subject: .*\n\nPayPal-Debug-Id: b1985a21862fe\nWhen: 2026-01-01T00:00:01\.000Z \(UTC\)/);
    expect(ticket).toContain('"message":"Something went wrong."');
    expect(await page.locator('#said').textContent()).toBe('ticket copied');
  });

  test('leads to the clause in the whole document, and to the page of the kind', async () => {
    const page = await open(address);
    await cause(page, 'The message of a 422').locator('.clause a').click();
    expect(await page.locator('dialog h2').innerText()).toBe(`specs/${CLAUSE.file}:${CLAUSE.line}`);
    expect(await page.locator('dialog .line').count()).toBeGreaterThan(700);
    await page.keyboard.press('Escape');
    await cause(page, 'The message of a 422').locator('a.kind-link').click();
    const kind = page.locator('details.kind[open]');
    expect(await kind.innerText()).toMatch(/^CC008[\s\S]*What it means[\s\S]*Why it matters[\s\S]*How to mend it/);
  });

  test('says what has changed since the baseline and since the run before', async () => {
    const page = await open(address);
    const text = await page.locator('#changes').innerText();
    expect(text).toMatch(/Since the run of 2026-01-01 00:00:00 UTC\s+\d+ regressions in \d+ changes/);
    expect(text).toContain('cancel.state.draft passed before, and fails now.');
    expect(text).toMatch(/Accepted, and still so\s+echo It echoes\./);
    await page.locator('#changes button.link', { hasText: 'cancel.state.draft passed' }).click();
    expect(await page.locator('dialog h2').innerText()).toBe('cancel.state.draft');
  });

  test('holds the legacy operation beside REST, case by case', async () => {
    const page = await open(address);
    expect(await page.locator('#parity tbody tr').allInnerTexts()).toEqual([
      'draft\t570063\t422 CANNOT_CANCEL_DRAFT_INVOICE\t✕ departs\tThe legacy operation answers 200.',
      expect.stringMatching(/^scheduled\t–\t422\t– REST only/),
    ]);
    await page.locator('#parity button', { hasText: '570063' }).click();
    expect(await page.locator('dialog h2').innerText()).toBe('CancelInvoice.draft');
  });

  test('draws trends and latency, and names the slowest calls and what is left behind', async () => {
    const page = await open(address);
    expect(await page.locator('#trends svg').count()).toBe(4);
    expect(await page.locator('#trends svg').first().locator('g').count()).toBe(3);
    expect(await page.locator('#trends details').first().textContent()).toMatch(
      /Flaky scenarios: \d[\s\S]*CancelInvoice\.draft: 3 of 3 runs \(100 %\)/,
    );
    const row = page.locator('#timing tr', { hasText: 'invoices.create' }).first();
    expect(await row.locator('.number').allInnerTexts()).toEqual(['3', '0', ...Array(4).fill('431 ms')]);
    expect(await row.locator('svg').getAttribute('aria-label')).toBe('How long invoices.create took');
    await page.locator('#timing summary').click();
    expect(await page.locator('#timing details tbody tr').first().innerText()).toMatch(/^431 ms\s+invoices\.create/);
    expect(await page.locator('#account').innerText()).toMatch(
      /INV2-LEFT[\s\S]*its delete[\s\S]*INV2-OLD[\s\S]*uncertain/,
    );
    expect(await page.locator('#silence').innerText()).toMatch(/Inconclusive[\s\S]*Flaky[\s\S]*no word for it/);
  });

  test('is searched and filtered', async () => {
    const page = await open(address);
    const ids = () => page.locator('.row-id').allTextContents();
    expect(await page.locator('#count').innerText()).toBe('9 scenarios, the worst first.');
    await page.getByRole('searchbox').fill('STATE wrong-message');
    expect(await ids()).toEqual(['cancel.state.draft', 'cancel.state.deleted']);
    await page.getByRole('searchbox').fill('cc008');
    expect(await ids()).toHaveLength(2);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.locator('.row').nth(8).waitFor({ state: 'attached' });
    const choose = async (name: string, value: string): Promise<readonly string[]> => {
      const select = page.locator(`select[data-filter="${name}"]`);
      await select.selectOption(value);
      const left = await ids();
      await select.selectOption('');
      return left;
    };
    expect(await choose('outcome', 'known')).toEqual(['cancel.state.paid']);
    expect(await choose('level', 'SHOULD')).toEqual(['cancel.request.note']);
    expect(await choose('topic', 'access')).toEqual(['cancel.access.foreign']);
    expect(await choose('operation', 'CancelInvoice')).toEqual(['CancelInvoice.draft']);
    await page.locator('.tile', { hasText: 'not run' }).click();
    expect(await ids()).toEqual(['cancel.state.never']);
    expect(await page.locator('.tile', { hasText: 'not run' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('is used by keyboard alone', async () => {
    const page = await open(address);
    const focused = () => page.evaluate('document.activeElement.textContent');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('state');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('cancel.state.deleted');
    await page.keyboard.press('Enter');
    expect(await page.locator('dialog h2').innerText()).toBe('cancel.state.deleted');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').isVisible()).toBe(false);
    expect(await focused()).toContain('cancel.state.deleted');
    await page.waitForURL(({ hash }) => hash === '');
  });

  test('opens at a scenario, and goes on to the next', async () => {
    const page = await open(`${address}#cancel.state.draft`);
    expect(await page.locator('dialog h2').innerText()).toBe('cancel.state.draft');
    expect(await page.locator('dialog .finding').count()).toBe(2);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.locator('dialog h2', { hasText: 'cancel.state.deleted' }).waitFor();
    await page.waitForURL(/#\/cancel\.state\.deleted$/);
    await page.evaluate("location.hash = '#cancel.state.never'");
    await page.getByText('came to no verdict').waitFor();
    await page.goBack();
    await page.locator('dialog h2', { hasText: 'cancel.state.deleted' }).waitFor();
    await page.evaluate("location.hash = '#nowhere%'");
    await page.locator('dialog').waitFor({ state: 'hidden' });
    expect(troubles.get(page)).toEqual([]);
  });

  test('is light or dark as the system is, or as one chooses', async () => {
    const page = await open(address, { colorScheme: 'dark' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const dark = await ground();
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await ground();
    expect(light).not.toBe(dark);
    await page.getByRole('button', { name: 'Dark colours' }).click();
    expect(await ground()).toBe(dark);
    await page.reload();
    expect(await ground()).toBe(dark);
  });

  test('goes on paper with everything open', async () => {
    const page = await open(address);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('.top nav').isVisible()).toBe(false);
    expect(await page.locator('section > details:not([open]), .cause:not([open])').count()).toBe(0);
    expect(await cause(page, 'No field.').textContent()).toMatch(
      /The clause[\s\S]*Every exchange of cancel\.state\.draft/,
    );
  });

  test('runs and loads nothing but itself', async () => {
    const page = await open(address);
    const blocked = await page.evaluate(`(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      const sent = await fetch('http://127.0.0.1:9/').then(() => 'sent', (error) => error.message);
      const image = new Image();
      const loaded = new Promise((resolve) => { image.onload = () => resolve('loaded'); image.onerror = () => resolve('refused'); });
      image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
      return [window.ran, sent, await loaded];
    })()`);
    expect(blocked).toEqual(
      [null, expect.stringContaining('Failed to fetch'), 'refused'].map((one) => one ?? undefined),
    );
    expect(troubles.get(page)?.join('\n')).toMatch(/Content Security Policy/);
  });
});

test('a clean morning says so, and shows no section without contents', async () => {
  const legacyContract = { file: 'legacy.cancel-invoice.openapi.yaml', version: '1.0', sha256: '0'.repeat(64) };
  const some = { ...clean, legacyContract, notRun: [], scenarios: clean.scenarios.slice(0, 2) };
  const page = await open(pageFile('clean', some));
  expect(await page.locator('#findings').innerText()).toContain('None in this run.');
  const facts = await page.locator('.facts').innerText();
  expect(facts).toContain(`Contract\n${clean.contract.file} ${clean.contract.version}`);
  expect(facts).toContain(`Legacy contract\n${legacyContract.file} 1.0`);
  expect(await page.locator('nav a').allInnerTexts()).toEqual([
    'Findings',
    'Changes',
    'Contract',
    'Scenarios',
    'Timing',
  ]);
  await page.setViewportSize({ width: 180, height: 370 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(180);
  expect(troubles.get(page)).toEqual([]);
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 AA and its best practices. */
async function violationsIn(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html, nodes[0].failureSummary]))`,
  );
}

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each([360, 1280])('at %d pixels nothing runs over, and axe finds nothing', async (width) => {
    const page = await open(address, { colorScheme, viewport: { width, height: 800 } });
    await page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true");
    await cause(page, 'No field.').locator('h4', { hasText: 'Shows in' }).waitFor();
    await page.evaluate(
      "for (const one of document.querySelectorAll('.exchange, .exchange ~ details')) one.open = true",
    );
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await violationsIn(page)).toEqual([]);
    await page.goto(`${address}#cancel.state.draft`);
    await page.locator('dialog .finding').first().waitFor();
    expect(await page.evaluate('document.querySelector("dialog").scrollWidth <= innerWidth')).toBe(true);
    expect(await violationsIn(page)).toEqual([]);
  });
});

/** Whatever acts on a reader, but for what ends a line or moves on within it. */
const ACTIVE = /(?![\n\t])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;

/** One run to which a server did everything that it can. */
function worstOfAll(): RunRecord {
  const records = Object.values(HOSTILE).map(hostileRecord);
  const [first = morning] = records;
  return {
    ...first,
    scenarios: records.flatMap(({ scenarios }) => scenarios),
    coverage: records.flatMap(({ coverage }) => coverage),
    leftovers: records.flatMap(({ leftovers }) => leftovers),
    notRun: records.flatMap(({ notRun }) => notRun),
    defects: records.flatMap(({ defects }) => defects),
  };
}

const OTHERS = "document.querySelectorAll('img, iframe, object, link, base, form:not(#filters), script').length";

test('whatever an answer says stands in the page as text', async () => {
  const record = worstOfAll();
  const page = await open(pageFile('hostile', record), { viewport: { width: 360, height: 800 } });
  for (const all of ['main details', '.exchange'])
    await page.evaluate(`for (const one of document.querySelectorAll('${all}')) one.open = true`);
  const rows = await page.locator('a.row').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(rows.length).toBeGreaterThanOrEqual(60);
  const failed = Object.keys(HOSTILE).length;
  for (const href of rows.slice(0, failed)) {
    await page.evaluate(`location.hash = ${JSON.stringify(href)}`);
    await page.locator('dialog .exchange').first().waitFor();
    await page.evaluate("for (const one of document.querySelectorAll('dialog details')) one.open = true");
    await page.evaluate('new Promise((resolve) => setTimeout(resolve))');
    expect(await page.evaluate('document.querySelector("dialog").scrollWidth <= innerWidth')).toBe(true);
    expect(await page.evaluate(OTHERS)).toBe(3);
    expect(await page.locator('dialog').textContent()).not.toMatch(ACTIVE);
    await page.keyboard.press('Escape');
  }
  expect(await page.locator('main').textContent()).not.toMatch(ACTIVE);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(troubles.get(page)).toEqual([]);
});

test('of 20,000 scenarios rows are made as they are asked for, and every one is found', async () => {
  const page = await open(pageFile('many', manyScenarios(20_000)));
  expect(await page.locator('#count').innerText()).toBe('20,000 scenarios, the worst first.');
  expect(await page.locator('.row').count()).toBeLessThan(500);
  await page.getByRole('searchbox').fill('case-19999');
  expect(await page.locator('#count').innerText()).toBe('1 of 20,000 scenarios.');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('dialog .exchange').first().waitFor();
  expect(await page.locator('dialog').innerText()).toContain(EXCHANGE.operation);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.locator('.row').nth(59).waitFor({ state: 'attached' });
  await page.evaluate('document.querySelector("#rows").scrollTop = 1e6');
  await page.locator('.row').nth(119).waitFor({ state: 'attached' });
});
