import { describe, expect, test } from 'vitest';
import { isAgreedUri } from './uri.ts';

describe('URIs that every edition of their grammar takes', () => {
  test.each([
    '',
    'http://www.w3.org/2001/XMLSchema',
    'urn:nl:overheid:vergunning:2020',
    'urn:cdx:f08a6ccd-4dce-4759-bd84-c626675d60a7/1#component',
    'mailto:gemeente@example.org',
    'https://user:secret@example.org:8443/a/b;c=1/?x=1&y=/?#top',
    'file:///etc/hosts',
    '//example.org/a',
    '/a//b/',
    '../b/c:d',
    '?a=b',
    '#',
    '%41%5a',
    'http://example.org/café?naïef#één',
  ])('%s', (text) => {
    expect(isAgreedUri(text)).toBe(true);
  });

  test.each([':', '1:a', 'a:', '%4', '%zz', 'http://[::1]/', 'a b', '<a>', 'http://a:b/', 'a#b#c', 'http://é/'])(
    'but not %s',
    (text) => {
      expect(isAgreedUri(text)).toBe(false);
    },
  );
});
