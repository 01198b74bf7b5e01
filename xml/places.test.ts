import { expect, test } from 'vitest';
import { placesIn } from './places.ts';

const text = `<?xml version="1.0"?><!-- <x> -->
<p:a xmlns:p="u" p:c="one">
  <b>x</b><b d='two > 1'>yes</b><e/>
  <![CDATA[<b>]]>
</p:a>`;

/** What is marked at a path, and the text there. */
const at = (path: string) => {
  const place = placesIn(text, new Set([path])).get(path);
  return (
    place && [text.slice(place.mark.start, place.mark.end), place.text && text.slice(place.text.start, place.text.end)]
  );
};

test.each([
  ['/a', ['p:a', undefined]],
  ['/a/@c', ['one', undefined]],
  ['/a/b', ['b', 'x']],
  ['/a/b[2]', ['b', 'yes']],
  ['/a/b[2]/@d', ['two > 1', undefined]],
  ['/a/e', ['e', undefined]],
  ['/a/b[3]', undefined],
  ['/x', undefined],
])('finds %s', (path, expected) => {
  expect(at(path)).toEqual(expected);
});

test('goes as far as it can in what is not well-formed', () => {
  expect(placesIn('<a><b></a></c></a><', new Set(['/a/b'])).get('/a/b')?.mark).toEqual({ start: 4, end: 5 });
  expect(placesIn('</a></b><a', new Set(['/a'])).size).toBe(0);
});

test('a document that is as deep as it is long takes no more than one that is not', () => {
  const depth = 50_000;
  const text = `<a>${'<b>'.repeat(depth)}${'</b>'.repeat(depth)}<c/></a>`;

  expect(placesIn(text, new Set(['/a/c'])).get('/a/c')?.mark.start).toBe(text.length - 7);
});
