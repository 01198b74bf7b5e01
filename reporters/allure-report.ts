import { spawn } from 'node:child_process';
import { copyFileSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packedPage } from './packed-page.ts';

/** One of Allure's categories: tests with a status, and with these labels. */
const category = (name: string, status: string, labels: Readonly<Record<string, string>>) => {
  const exact = Object.fromEntries(Object.entries(labels).map(([label, value]) => [label, `^${value}$`]));
  return { name, matchers: { statuses: [status], labels: exact } };
};

/** The verdicts that are not passed, and failures that do not bind, as Allure's categories; the first that fits counts. */
const categories = [
  category('Voldoet niet / failed', 'failed', {}),
  category('Waarschuwing / warning (SHOULD)', 'unknown', { verdict: 'warning' }),
  category('Opmerking / remark (only reported)', 'unknown', { verdict: 'remark' }),
  category('Geblokkeerd / blocked', 'broken', { verdict: 'blocked' }),
  category('Onbeslist / undecided', 'broken', { verdict: 'untested' }),
  category('Fout in de suite / bug in the suite', 'broken', {}),
  category('Niet getoetst / not tested', 'skipped', {}),
];

/** How a report is named, and in which language Allure speaks. */
export interface ReportOptions {
  readonly title: string;
  readonly language: 'nl' | 'en';
  /** Pages of HTML that the report shows as its global attachments, by their names. */
  readonly pages: Readonly<Record<string, string>>;
  /** What is to be known of the whole, a sentence each; shown as global errors. */
  readonly remarks: readonly string[];
  readonly stop: AbortSignal;
}

/** Folders of what a report is made of, of what is made, and of what is needed meanwhile. */
export interface ReportFolders {
  readonly results: string;
  readonly target: string;
  readonly scratch: string;
}

/** Makes a report in one page, `index.html`, of Allure results. */
export const writeAllureReport = async (
  { results, target, scratch }: ReportFolders,
  { title, language, pages, remarks, stop }: ReportOptions,
): Promise<void> => {
  const cli = join(dirname(createRequire(import.meta.url).resolve('allure')), '..', 'cli.js');
  const config = join(scratch, 'allurerc.json');
  writeFileSync(config, JSON.stringify({ name: title, categories }));
  writeGlobals(results, { pages, remarks });
  const named = ['--name', title, '--report-language', language, '--config', config];
  await run([cli, 'awesome', '--single-file', ...named, '--output', target, results], {
    cwd: scratch,
    signal: stop,
    env: environmentIn(scratch),
  });
  const page = join(target, 'index.html');
  writeFileSync(page, packedPage(settled(readFileSync(page, 'utf8'))));
  // The page has all of it in itself.
  for (const name of readdirSync(target)) if (name !== 'index.html') rmSync(join(target, name), { recursive: true });
};

/**
 * The page without the visit that Allure reports to Google; and with its data announced before its code begins, which else
 * looks for them on the web where it is read faster than they are, and shows an empty report.
 */
const settled = (page: string): string =>
  page
    .replace(visit, '')
    .replace('<head>', '<head><script>window.allureReportData={};window.allureReportDataReady=false</script>');

const visit =
  /<script async src="https:\/\/www\.googletagmanager\.com[^>]*><\/script>\s*<script>\s*window\.dataLayer[^]*?<\/script>/;

/** The record that Allure reads global attachments and errors from, and the pages beside it. */
const writeGlobals = (results: string, { pages, remarks }: Pick<ReportOptions, 'pages' | 'remarks'>): void => {
  const attachments = Object.entries(pages).map(([name, page], index) => {
    const source = `page-${String(index + 1)}-attachment.html`;
    copyFileSync(page, join(results, source));
    return { name, source, type: 'text/html', timestamp: Math.round(statSync(page).mtimeMs) };
  });
  const errors = remarks.map((message) => ({ message, timestamp: 0 }));
  writeFileSync(join(results, 'run-globals.json'), JSON.stringify({ attachments, errors }));
};

/** Allure asks for the home of its user, who may have none, and names the CI that it finds. */
const environmentIn = (folder: string): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    ['HOME', 'USERPROFILE', 'LOCALAPPDATA', 'TMPDIR', 'TEMP', 'TMP'].map((name) => [name, folder] as const),
  ),
  ...Object.fromEntries(inherited.map((name) => [name, process.env[name]] as const)),
});

/** Where the system is, and how memory and compiled code are kept. */
const inherited = ['PATH', 'SystemRoot', 'NODE_COMPILE_CACHE', 'MALLOC_ARENA_MAX', 'MALLOC_TRIM_THRESHOLD_'];

interface Where {
  readonly cwd: string;
  readonly signal: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
}

/** In a group of its own: Ctrl-C in a terminal would end it, and whoever hears that decides. */
const run = (args: readonly string[], where: Where): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, ...args], {
      ...where,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the report could not be made: ${Buffer.concat(said).toString('utf8').trim()}`));
    });
  });
