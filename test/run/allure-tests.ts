import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A test as an Allure report tells it. */
export interface AllureTest {
  readonly name: string;
  readonly fullName: string;
  readonly status: string;
  readonly description: string;
  readonly duration: number;
  readonly labels: readonly string[];
  readonly categories: readonly string[];
  readonly attachments: readonly string[];
}

interface Told {
  readonly name: string;
  readonly fullName: string;
  readonly status: string;
  readonly descriptionHtml?: string;
  readonly duration?: number;
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly categories?: readonly { readonly name: string }[];
  readonly steps: readonly { readonly type: string; readonly link?: { readonly name?: string } }[];
}

/** Labels that say where and when a report was made. */
const ofTheMaking: ReadonlySet<string> = new Set(['host', 'thread']);

/** The tests in the Allure report of an output folder, in an order of their own. */
export const allureTests = (out: string): readonly AllureTest[] =>
  Object.entries(allureFiles(out))
    .filter(([name]) => name.startsWith('data/test-results/'))
    .map(([, content]) => JSON.parse(content) as Told)
    .map((told) => ({
      name: told.name,
      fullName: told.fullName,
      status: told.status,
      description: told.descriptionHtml ?? '',
      duration: told.duration ?? 0,
      labels: told.labels.filter(({ name }) => !ofTheMaking.has(name)).map(({ name, value }) => `${name} ${value}`),
      categories: (told.categories ?? []).map(({ name }) => name),
      attachments: told.steps.flatMap(({ link }) => link?.name ?? []),
    }))
    .sort((one, other) => (one.fullName < other.fullName ? -1 : 1));

/** The text of what the report in an output folder shows, by name: its page holds them packed, a byte a character. */
export const allureFiles = (out: string): Readonly<Record<string, string>> => {
  const page = readFileSync(join(out, 'allure-report/index.html'), 'utf8');
  const packed = /atob\("([^"]*)"\)/.exec(page.slice(page.lastIndexOf('<script>')))?.[1] ?? '';
  const files = JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')) as Readonly<
    Record<string, string>
  >;
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, Buffer.from(content, 'latin1').toString('utf8')]),
  );
};
