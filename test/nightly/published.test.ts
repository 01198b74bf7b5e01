import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const project = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(project, name), 'utf8');
const manifest = v.parse(v.object({ version: v.string(), license: v.string() }), JSON.parse(read('package.json')));

const text = (min: number, max: number) => v.pipe(v.string(), v.minLength(min), v.maxLength(max));

const description = v.strictObject({
  shortDescription: text(1, 150),
  longDescription: text(150, 10_000),
  features: v.pipe(v.array(text(1, 100)), v.minLength(1)),
});

/** The keys of the publiccode.yml standard 0.4 that are required, and those that are used here. */
const publiccode = v.strictObject({
  publiccodeYmlVersion: v.literal('0.4'),
  name: v.string(),
  url: v.pipe(v.string(), v.url()),
  softwareVersion: v.string(),
  platforms: v.pipe(v.array(v.picklist(['web', 'windows', 'mac', 'linux', 'ios', 'android'])), v.minLength(1)),
  categories: v.array(v.picklist(['it-development', 'it-management', 'it-security', 'compliance-management'])),
  developmentStatus: v.picklist(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: v.picklist(['standalone/other', 'standalone/desktop', 'standalone/web', 'library', 'addon']),
  intendedAudience: v.strictObject({
    countries: v.array(v.pipe(v.string(), v.regex(/^[a-z]{2}$/))),
    scope: v.array(v.picklist(['government', 'local-authorities'])),
  }),
  description: v.strictObject({ nl: description, en: description }),
  legal: v.strictObject({ license: v.string() }),
  maintenance: v.strictObject({
    type: v.picklist(['internal', 'community']),
    contacts: v.pipe(v.array(v.strictObject({ name: v.string() })), v.minLength(1)),
  }),
  localisation: v.strictObject({
    localisationReady: v.boolean(),
    availableLanguages: v.pipe(v.array(v.string()), v.minLength(1)),
  }),
});

test('publiccode.yml has the keys of its standard, and the version and licence of the package', () => {
  const { softwareVersion, legal } = v.parse(publiccode, parse(read('publiccode.yml')));

  expect([softwareVersion, legal.license]).toEqual([manifest.version, manifest.license]);
});

test('the changes begin with the version of the package', () => {
  expect(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(manifest.version);
});

test('the page on releases names the tarball of this version', () => {
  const page = read('docs/keeping.md');

  expect([...page.matchAll(/3pas-conformance-(\d[\d.]*)\.tgz/g)].map(([, version]) => version)).toEqual([
    manifest.version,
    manifest.version,
  ]);
});
