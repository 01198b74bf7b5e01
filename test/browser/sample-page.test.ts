import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readObservations } from '#gate/sample/observations';
import { type ShownSample, samplePage } from '#gate/sample/sample-page';
import { temporaryFolder } from '../run/three-pas.ts';
import { axeFindings } from './axe.ts';
import { isLeftOut, launchChromium } from './chromium.ts';

const evil = `<script>alert("'&")</script>`;
const sample = {
  ...{ type: 'sample' as const, version: 1 as const, at: '2026-11-30T10:00:00Z', evidence: 'e', vendor: evil },
  phase: 2 as const,
  dossiers: [
    { number: '10001', documentType: 'Melding', marks: ['Z-1', evil] },
    { number: '10002', documentType: 'Melding', marks: [] },
  ],
};

const shown: ShownSample = {
  ...{ labels: new Map([['Melding', 'Melding']]), language: 'nl' },
  delivered: new Map([['10001', [{ name: 'bevoegd gezag', value: `gemeente ${evil}${'Woerden'.repeat(40)}` }]]]),
};

describe.skipIf(isLeftOut)('the page of a sample in a browser (needs /usr/bin/chromium)', () => {
  let browser: Browser;
  const folder = temporaryFolder();

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser.close());

  test('is filled in at 320 pixels and by anyone', async () => {
    const file = join(folder, 'smal.html');
    writeFileSync(file, samplePage(sample, shown));
    const page = await browser.newPage({ viewport: { width: 320, height: 900 } });
    await page.goto(`file://${file}`);

    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });

  test('is saved once all is filled in, as observations that are read back', async () => {
    const file = join(folder, 'steekproef.html');
    writeFileSync(file, samplePage(sample, shown));
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(`file://${file}`);
    const save = page.getByRole('button', { name: 'Bewaar de waarnemingen' });

    await save.click();
    expect(await page.locator('output').textContent()).toBe('');

    await page.locator('#found-0').selectOption('klopt');
    await page.locator('#found-1').selectOption('wijkt af');
    await page.locator('#remark-1').fill('kaart leeg');
    await page.getByLabel('Uw naam').fill('A. de Vries');
    await page.getByLabel('Datum').fill('2026-11-30');
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    const saved = join(folder, download.suggestedFilename());
    await download.saveAs(saved);

    expect(readObservations(readFileSync(saved, 'utf8'))).toEqual({
      observations: {
        ...{ type: 'observations', version: 1, sample, by: 'A. de Vries', date: '2026-11-30' },
        observations: [
          { number: '10001', found: 'klopt', remark: '' },
          { number: '10002', found: 'wijkt af', remark: 'kaart leeg' },
        ],
      },
    });
    expect(said).toEqual([]);
    await page.screenshot({ path: join(folder, 'steekproef.png'), fullPage: true });
  });
});
