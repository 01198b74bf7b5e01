import { describe, expect, test } from 'vitest';
import { isProduction, otherHosts } from './production.ts';

const told = (production: readonly string[], testHosts: readonly string[] = []) => ({ production, testHosts });

describe('an address is production', () => {
  test.each([
    'https://drop.overheid.nl/3pas',
    'https://DROP.Overheid.NL/3pas',
    'https://drop.overheid.nl./3pas',
    'https://drop.overheid.nl:8443/',
    'http://drop.overheid.nl/',
    'https://jan:geheim@drop.overheid.nl/',
    'https://drop。overheid。nl/',
    'https://%64rop.overheid.nl/',
    'ht\ntps://drop.over\theid.nl/',
    'https://overheid.nl',
    'https://latest.overheid.nl/',
    'https://koopwrp.nl/',
    'https://a.b.officielebekendmakingen.nl/?x=test',
    'https://drop.overheid.nl/eto/test',
    'https://tst-dröp.overheid.nl/',
  ])('by its name: %j', (url) => {
    expect(isProduction(url, told([]))).toBe(true);
  });

  test.each([
    ['https://drop.example/pad', 'https://drop.example/'],
    ['https://drop.example', 'https://drop.example:443/ander/pad?x#y'],
    ['https://drop.example/', 'http://drop.example/'],
    ['https://drop.example/', 'https://drop.example:8443/'],
    ['https://drop.example/', 'https://DROP.EXAMPLE./'],
    ['https://Drop.Example./', 'https://drop.example/'],
    ['https://drop-eto.example/', 'https://drop-eto.example/'],
    ['https://192.0.2.7/', 'https://0xC0000207/'],
    ['https://192.0.2.7/', 'https://[::ffff:192.0.2.7]/'],
    ['https://[::ffff:c000:207]/', 'https://192.0.2.7/'],
    ['https://[2001:db8::1]/', 'https://[2001:0DB8:0::0001]:8443/'],
    ['https://127.0.0.1:4000/', 'http://localhost:4000/'],
    ['https://localhost:4000/', 'https://[::1]:4000/'],
    ['https://127.0.0.1:4000/', 'https://[::ffff:127.0.0.1]:4000/'],
    ['https://127.0.0.1:4000/', 'https://127.0.0.2:4000/'],
    ['https://127.0.0.1:4000/', 'https://0:4000/'],
    ['https://127.0.0.1:4000/', 'https://x.localhost:4000/'],
  ])('where %j is named: %j', (named, url) => {
    expect(isProduction(url, told([named]))).toBe(true);
    expect(isProduction(url, told(['https://elders.example/', named]))).toBe(true);
  });
});

describe('an address is not production', () => {
  test.each([
    'https://drop-eto.overheid.nl/3pas',
    'https://eto.drop.overheid.nl/',
    'https://drop-tst2.koopwrp.nl/',
    'https://acceptatie.overheidsservicebus.com/',
    'https://overheid.nl.example/',
    'https://nietoverheid.nl/',
    'https://example/drop.overheid.nl',
    'no address',
  ])('by its name: %j', (url) => {
    expect(isProduction(url, told([]))).toBe(false);
  });

  test.each([
    ['https://drop.example/', 'https://eto.drop.example/'],
    ['https://127.0.0.1:4000/', 'https://127.0.0.1:4001/'],
  ])('where %j is named: %j', (named, url) => {
    expect(isProduction(url, told([named]))).toBe(false);
  });
});

test.each<[string, readonly string[], boolean]>([
  ['where production is named elsewhere', ['https://drop.example/'], false],
  ['where nothing names production', [], true],
  ['where it is named itself', ['https://drop.overheid.nl/'], true],
])('a listed host of KOOP’s is production or not: %s', (_, named, expected) => {
  expect(isProduction('https://drop.overheid.nl:8443/3pas', told(named, ['drop.overheid.nl']))).toBe(expected);
});

test('of production on this machine only the port of an address says whether it shares one', () => {
  const named = ['https://drop.example/', 'https://Drop.Example:8443/x', 'https://localhost:4000/'];

  expect(otherHosts('https://eto.example/', named)).toEqual(['drop.example']);
  expect(otherHosts('https://eto.example:4000/', named)).toEqual(['drop.example', 'localhost']);
});
