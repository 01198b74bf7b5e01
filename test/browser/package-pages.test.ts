import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBundle } from '#bundle/files/open-bundle';
import { makeSigner } from '../bundle/signers.ts';
import { inProcess } from '../run/in-process.ts';
import { temporaryFolder } from '../run/three-pas.ts';
import { axeFindings } from './axe.ts';
import { isLeftOut, launchChromium } from './chromium.ts';

const folder = temporaryFolder();
const at = (...names: readonly string[]): string => join(folder, ...names);
const right = readFileSync('contract/2020-01/examples/Melding.xml', 'utf8');

describe.skipIf(isLeftOut)('the pages of a package', () => {
  let browser: Browser;
  beforeAll(async () => {
    const { certificate, key } = await makeSigner(folder);
    mkdirSync(at('paren'));
    writeFileSync(at('paren', '1-request.xml'), right);
    writeFileSync(at('paren', '2-request.xml'), right.replace('>Woerden<', '>Den Haag<'));
    const vendor = 'vendor: Voorbeeld B.V.\nproduct: Systeem\nversion: "1"\ndocumentTypes: { Melding: }\n';
    writeFileSync(at('vendor.yaml'), vendor);
    await inProcess(['import', at('paren'), '--out', at('opname'), '--reporter', 'table', '--test-data']);
    const signing = ['--cert', certificate, '--key', key, '--vendor', at('vendor.yaml')];
    await inProcess(['seal', at('opname'), ...signing, '--out', at('pakket.zip')]);
    await inProcess(['gate', '--gate-html', at('gate.html'), '--lang', 'nl']);
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  const opened = async (file: string, width: number): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    return page;
  };

  const decided = async (page: Page, bundle: string): Promise<string> => {
    await page.setInputFiles('[name=bundle]', bundle);
    await page.click('button[type=submit]');
    await page.waitForSelector('#result .utrecht-badge-status');
    return page.innerText('#result');
  };

  test('decide as the command does by the same verdicts, and send nothing anywhere', async () => {
    const page = await opened(at('gate.html'), 1100);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const shown = await decided(page, at('pakket.zip'));
    const { stdout } = await inProcess(['gate', at('pakket.zip'), '--phase', '1', '--lang', 'nl']);

    const lines = stdout.split('\n').map((line) => line.replace(/^- /, ''));
    expect(lines.filter((line) => line !== '' && !shown.includes(line))).toEqual([]);
    expect(asked).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });

  test('tell of a file that holds no observations, in place of deciding without', async () => {
    writeFileSync(at('niets.json'), '{}');
    const page = await opened(at('gate.html'), 1100);
    await page.setInputFiles('[name=observations]', at('niets.json'));

    expect(await decided(page, at('pakket.zip'))).toMatch(/^het bestand met waarnemingen is niet te lezen/);
    await page.close();
  });

  test('tell a package that was altered', async () => {
    const bytes = readFileSync(at('pakket.zip'));
    const place = bytes.lastIndexOf('"contract"');
    writeFileSync(at('anders.zip'), bytes.fill((bytes[place] ?? 0) ^ 1, place, place + 1));
    const page = await opened(at('gate.html'), 640);

    expect(await decided(page, at('anders.zip'))).toMatch(
      /gewijzigd: dit is geen bewijs.*run\.json is niet het bestand/s,
    );
    await page.close();
  });

  test.each(['toetsverslag.html', 'toetsverslag.en.html'])('are read at any width and by anyone: %s', async (name) => {
    const { folder: files = '', close } = await openBundle(at('pakket.zip'));
    const page = await opened(join(files, name), 640);

    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
    close();
  });
});
