import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { markup, writtenHtml } from './markup.ts';
import { writePage } from './page.ts';
import { rowFilter } from './row-filter.ts';
import { table } from './table.ts';

const evil = `</title><script>alert("'&")</script>`;
const page = writePage({ language: 'nl', title: evil, content: markup`<p>${evil}</p>`, filters: true });

describe('a page', () => {
  test('names in its policy the digest of each style and script in it, and of nothing else', () => {
    const texts = [...page.text.matchAll(/<(style|script)[^>]*>([^]*?)<\/\1>/g)].map(([, , text = '']) => text);
    const digests = texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);

    expect(texts).toHaveLength(2);
    expect(page.policy.match(/'sha256-[^']+'/g)).toEqual(digests);
    expect(page.policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test('has the same policy in its head, where no server sends it', () => {
    const [, inHead] = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(page.text) ?? [];

    expect(`${inHead ?? ''}; frame-ancestors 'none'`).toBe(page.policy);
  });

  test('escapes what it is called', () => {
    expect(page.text.match(/<script/g)).toHaveLength(1);
    expect(page.text).toContain('<title>&lt;/title&gt;&lt;script&gt;');
  });

  test('runs no script unless it has a filter', () => {
    const plain = writePage({ language: 'en', title: 'a', content: markup`` });

    expect(plain.text).not.toContain('<script');
    expect(plain.policy).not.toContain('script-src');
  });
});

describe('a table', () => {
  const columns = [{ title: 'name' }, { title: 'count', kind: 'whole' as const }];
  const groups = [{ heading: { id: 'g', text: evil }, rows: [{ cells: [evil, 1], states: ['missed'] }] }];

  test('names its columns, its rows and its groups to a screen reader', () => {
    const written = writtenHtml(table({ id: 't', caption: evil, columns, groups, narrow: 'scrolled' }));

    expect(written.match(/scope="\w+"/g)).toEqual(['scope="col"', 'scope="col"', 'scope="rowgroup"', 'scope="row"']);
    expect(written).toContain('role="region" aria-labelledby="t-caption" tabindex="0"');
    expect(written).toContain('<tr data-states="missed">');
    expect(written).not.toContain('<script');
  });

  test('that becomes cards says what its parts are, and which column a value is of', () => {
    const written = writtenHtml(table({ id: 't', caption: 'c', columns, groups, narrow: 'stacked' }));

    expect(written).toContain('<td class="whole" data-label="count" role="cell">1</td>');
    expect(written.match(/role="\w+"/g)).toEqual([
      'role="table"',
      ...['rowgroup', 'row', 'rowheader', 'cell'].map((role) => `role="${role}"`),
    ]);
  });
});

test('a filter is not seen where no script runs', () => {
  const words = { text: 'a', state: 'b', column: 'c', all: 'd', count: evil };
  const written = writtenHtml(rowFilter({ table: 't', words, states: [], columns: [evil] }));

  expect(written).toMatch(/^<form [^>]* hidden>/);
  expect(written).not.toContain('<script');
});
