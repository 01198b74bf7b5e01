import { expect, test } from 'vitest';
import { aNight } from '../../test/samples/night.ts';
import { compareNight } from '../compare-night.ts';
import { comparisonMarkdown } from './comparison-text.ts';

/** The last line of a night on which a permission ends, by someone of this name. */
const lineFor = (name: string): string | undefined => {
  const { memory } = compareNight(undefined, aNight(0));
  const night = aNight(1, { ends: [{ kind: 'permission', name, until: '2027-01-05' }] });
  return comparisonMarkdown(compareNight(memory, night), 'en').trimEnd().split('\n').at(-1);
};

test.each([
  ['@everyone', '`@everyone`'],
  ['a <b> *c* `d`', String.raw`a \<b\> \*c\* \`d\``],
  ['see https://evil.example/x_y_z now', 'see `https://evil.example/x_y_z` now'],
  ['(WWW.evil.example)', '`(WWW.evil.example)`'],
  ['team@evil.example, mailto:team', '`team@evil.example,` `mailto:team`'],
  ['owner/name#12 GH-3 #x', String.raw`${'`owner/name#12` `GH-3`'} \#x`],
  ['`@everyone`', '`` `@everyone` ``'],
  ['a``@b`c', '``` a``@b`c ```'],
])('Markdown makes no mention, link or markup of %s', (name, shown) => {
  expect(lineFor(`${name} (x)`)).toBe(`- ! permission by ${shown} (x): holds until 2027-01-05`);
});
