import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { productionVariable, readProduction } from './production-variable.ts';

const read = (value: string | undefined) => readProduction({ [productionVariable]: value });

describe('the variable names production', () => {
  test.each([
    ['one address', 'https://drop.example/'],
    ['one without a path', 'https://drop.example'],
    ['one in capitals', 'HTTPS://DROP.Example/3PAS/Dienst.svc?x=1&y=%20#z'],
    ['one with a dot at the end of its host', 'https://drop.example.:8443/'],
    ['an international name in ASCII', 'https://xn--drp-una.example/'],
    ['this machine', 'https://localhost:8443/'],
    ['an IPv4 address', 'https://192.0.2.7:65535/'],
    ['an IPv6 address', 'https://[2001:0DB8:0::7]:8443/'],
  ])('by %s', (_, value) => {
    expect(read(value)).toEqual({ urls: [value] });
  });

  test('by several addresses, with any white space between and around them', () => {
    const urls = ['https://a.example/', 'https://b.example', 'https://192.0.2.7/x'];

    expect(read(`\n ${urls[0] ?? ''} \t${urls[1] ?? ''}\r\n${urls[2] ?? ''}\n`)).toEqual({ urls });
  });

  test('by a host of one part beside a whole one', () => {
    expect(read('https://drop/ https://drop.example/')).toEqual({ urls: ['https://drop/', 'https://drop.example/'] });
  });

  test('by nothing where it is not set', () => {
    expect(read(undefined)).toEqual({ urls: [] });
  });
});

describe('the variable can not be read', () => {
  test.each([
    ['', ''],
    [' \n', ''],
    ['\u200b\u00a0\ufeff', ''],
    ['drop.example', 'drop.example'],
    ['drop.example:443/pad', 'drop.example:443/pad'],
    ['//drop.example/', '//drop.example/'],
    ['htps://drop.example/', 'htps://drop.example/'],
    ['http://drop.example/', 'http://drop.example/'],
    ['https:/drop.example/', 'https:/drop.example/'],
    ['https:drop.example/', 'https:drop.example/'],
    ['https;//drop.example/', 'https;//drop.example/'],
    ['https//drop.example/', 'https//drop.example/'],
    ['https:///drop.example/', 'https:///drop.example/'],
    ['https:\\\\drop.example\\', 'https:\\\\drop.example\\'],
    ['https://', 'https://'],
    ['https://www', 'https://www'],
    ['https://www./', 'https://www./'],
    ['https://drop:8443/ https://productie/', 'https://drop:8443/'],
    ['https://https://drop.example/', 'https://https://drop.example/'],
    ['"https://drop.example/"', '"https://drop.example/"'],
    ["'https://drop.example/'", "'https://drop.example/'"],
    ['“https://drop.example/”', '\\u{201c}https://drop.example/\\u{201d}'],
    ['https://drop.example/"', 'https://drop.example/"'],
    ['<https://drop.example/>', '<https://drop.example/>'],
    ['[https://drop.example/]', '[https://drop.example/]'],
    ['https://drop.example/)', 'https://drop.example/)'],
    ['https://drop.example,https://b.example', 'https://drop.example,https://b.example'],
    ['https://drop.example/, https://b.example/', 'https://drop.example/,'],
    ['https://drop.example/;https://b.example/', 'https://drop.example/;https://b.example/'],
    ['https://drop.example/|https://b.example/', 'https://drop.example/|https://b.example/'],
    ['https://drop.example/https://b.example/', 'https://drop.example/https://b.example/'],
    ['https://a.example/ of b.example', 'of'],
    ['https://a.example/ # productie', '#'],
    ['DROP_PRODUCTIE_URL=https://drop.example/', 'DROP_PRODUCTIE_URL=https://drop.example/'],
    ['$URL', '$URL'],
    ['vraag het KOOP', 'vraag'],
    ['https://…', 'https://…'],
    ['ｈttps://drop.example/', '\\u{ff48}ttps://drop.example/'],
    ['https://drop．example/', 'https://drop\\u{ff0e}example/'],
    ['https://drоp.example/', 'https://dr\\u{43e}p.example/'],
    ['https://dröp.example/', 'https://dr\\u{f6}p.example/'],
    ['https://drop\u200b.example/', 'https://drop\\u{200b}.example/'],
    ['\ufeffhttps://drop.example/', '\\u{feff}https://drop.example/'],
    ['https://a.example/\u00a0https://b.example/', 'https://a.example/\\u{a0}https://b.example/'],
    ['https://drop.example/\u0000', 'https://drop.example/\\u{0}'],
    ['https://%64rop.example/', 'https://%64rop.example/'],
    ['https://drop.example:99999/', 'https://drop.example:99999/'],
    ['https://drop.example:0/', 'https://drop.example:0/'],
    ['https://drop.example:/', 'https://drop.example:/'],
    ['https://drop..example/', 'https://drop..example/'],
    ['https://.example/', 'https://.example/'],
    ['https://-drop.example/', 'https://-drop.example/'],
    ['https://192.0.2.300/', 'https://192.0.2.300/'],
    ['https://3221225991/', 'https://3221225991/'],
    ['https://192.0.519/', 'https://192.0.519/'],
    ['https://0xC0000207/', 'https://0xC0000207/'],
    ['https://[2001:db8::zz]/', 'https://[2001:db8::zz]/'],
    ['https://[::1/', 'https://[::1/'],
  ])('for %j', (value, unfit) => {
    expect(read(value)).toEqual({ unfit: `"${unfit}"` });
  });

  test('for an address with a user, whose password is not shown', () => {
    expect(read('https://jan:geheim@drop.example/')).toEqual({ unfit: '"https://***@drop.example/"' });
    expect(read('jan:geheim@drop.example')).toEqual({ unfit: '"***@drop.example"' });
  });
});

test('whatever it holds, it is refused or names the very hosts that stand in it', () => {
  const parts = fc.constantFrom(
    ...['https://', 'http://', 'htps://', 'https:/', '//', 'drop.example', 'b.example', '192.0.2.7', '[::1]'],
    ...[
      ' ',
      '\n',
      '\t',
      ',',
      ';',
      '"',
      "'",
      '/',
      ':',
      ':443',
      '@',
      '\u00a0',
      '\u200b',
      'é',
      '%20',
      '?',
      '#',
      '.',
      '\\',
    ],
  );
  const property = fc.property(
    fc.array(parts, { maxLength: 8 }).map((all) => all.join('')),
    (value) => {
      const found = read(value);
      if ('unfit' in found) return;
      expect(found.urls.length).toBeGreaterThan(0);
      expect(found.urls.map((url) => `https://${new URL(url).hostname}`)).toEqual(
        found.urls.map((url) => /^https:\/\/(?:\[[^\]]*\]|[^/:?#]*)/.exec(url)?.[0]),
      );
      expect(value.replace(/[ \t\r\n]+/g, '')).toBe(found.urls.join(''));
    },
  );

  fc.assert(property, { seed: 20261129, numRuns: 2000, examples: [['https://drop.example/ https://b.example']] });
});
