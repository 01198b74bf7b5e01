import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { requirements } from '#judgement/requirements/registry';
import { badEndpoint, behaviours } from '../run/bad-endpoints.ts';
import { runHere } from '../run/run-here.ts';
import { checksIn, credentials, profileFor, temporaryFolder } from '../run/three-pas.ts';
import { isLeftOut, launchChromium } from './chromium.ts';

/** Opens a report, looks at it, and tells what went wrong in the page. */
const inBrowser = async (out: string, look: (page: Page) => Promise<void>): Promise<readonly string[]> => {
  const opened = await launchChromium();
  try {
    const page = await opened.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => {
      if (!/^(?:file|data|blob|about):/.test(request.url())) errors.push(`it asks for ${request.url()}`);
      if (request.url().includes('/widgets/')) errors.push(`it looks for its data at ${request.url()}`);
    });
    await page.goto(`file://${join(out, 'allure-report/index.html')}`);
    await page
      .getByText(/3PAS (?:fase|phase) 1/)
      .first()
      .waitFor();
    await look(page);
    return errors;
  } finally {
    await opened.close();
  }
};

test.skipIf(isLeftOut)(
  'the report opens in a browser and shows phase, topics, counts, and the coverage page (needs /usr/bin/chromium)',
  async () => {
    const out = join(temporaryFolder(), 'out');
    await runHere(['--runs', '1', '--document-type', 'Melding', '--topic', 'connection,protocol', '--out', out]);

    const html = readFileSync(join(out, 'allure-report/index.html'), 'utf8');
    expect(html.indexOf('<script>window.allureReportData={};')).toBe(html.indexOf('<script'));

    let text = '';
    const errors = await inBrowser(out, async (page) => {
      text = await page.locator('body').innerText();
      await page.getByText('Global Attachments').click();
      await page.getByText('Dekking per bepaling / coverage of each constraint').waitFor();
    });

    expect(errors).toEqual([]);
    const passed = checksIn(out).filter(({ verdict }) => verdict === 'passed').length;
    expect(text).toMatch(new RegExp(`3PAS phase 1, mock-poc: Tested in part: ${String(passed)} checks, all in order`));
    expect(text).toMatch(new RegExp(`Passed\\s*${String(passed)}`));
  },
);

test.skipIf(isLeftOut)(
  'a failure is in its category, with what was asked and what came, and a curl line (needs /usr/bin/chromium)',
  async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'out');
    const endpoint = await badEndpoint(behaviours.html);
    const args = ['--profile', profileFor(folder, endpoint.url), '--topic', 'connection', '--lang', 'nl'];
    await runHere([...args, '--runs', '1', '--out', out], credentials);
    await endpoint.close();

    const sentence = requirements.get('connection.accepts-username')?.text.nl ?? '';
    let failure = '';
    const errors = await inBrowser(out, async (page) => {
      await page.getByTestId('nav-tab-categories').click();
      await page.getByText('Voldoet niet / failed').click();
      await page.getByText('Geblokkeerd / blocked').waitFor();
      await page.getByText(sentence).first().click();
      await page.getByText('1 valid: curl').waitFor();
      failure = await page.locator('body').innerText();
    });

    expect(errors).toEqual([]);
    expect(failure).toMatch(/verwacht: aangenomen.*; gekregen: HTTP 200, XML zonder SOAP-body: <html>/);
    expect(failure).toContain('1 valid: response');
  },
);
