import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { temporaryFolder, threePas } from '../run/three-pas.ts';

const browser = '/usr/bin/chromium';
const missing = !existsSync(browser);

/** Under CI a missing browser is a failure; on a user's machine the test is left out, with this name. */
const isLeftOut = missing && process.env['CI'] === undefined;

const options = {
  executablePath: browser,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
  ],
};

test.skipIf(isLeftOut)(
  'the report opens in a browser and shows phase, topics and counts (needs /usr/bin/chromium)',
  async () => {
    const out = join(temporaryFolder(), 'out');
    await threePas(['run', '--runs', '1', '--topic', 'connection,protocol', '--out', out]);
    const opened = await chromium.launch(options);

    const page = await opened.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`file://${join(out, 'allure-report/index.html')}`);
    await page.getByText('fase 1').first().waitFor();
    const text = await page.locator('body').innerText();
    await opened.close();

    expect(errors).toEqual([]);
    expect(text).toContain('3PAS fase 1: mock-poc');
    expect(text).toMatch(/Passed\s*22/);
  },
);
