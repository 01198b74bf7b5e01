import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = '/usr/bin/chromium';

/** Under CI a missing browser is a failure; on a user's machine the tests are left out, with their names. */
export const isLeftOut = !existsSync(executablePath) && process.env['CI'] === undefined;

/** Starts Debian's Chromium, which asks nothing of the network by itself. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
