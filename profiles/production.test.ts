import { describe, expect, test } from 'vitest';
import { isProduction, isUnreadable, productionVariable } from './production.ts';

const named = (value: string) => ({ [productionVariable]: value });

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
  ])('by its name: %j', (url) => {
    expect(isProduction(url, {})).toBe(true);
  });

  test.each([
    ['https://drop.example/pad', 'https://drop.example/'],
    ['https://drop.example', 'https://drop.example:443/ander/pad?x#y'],
    ['https://drop.example/', 'http://drop.example/'],
    ['https://drop.example/', 'https://drop.example:8443/'],
    ['https://drop.example/', 'https://DROP.EXAMPLE./'],
    ['https://Drop.Example./', 'https://drop.example/'],
    ['drop.example', 'https://drop.example/'],
    ['drop.example:8443/pad', 'https://drop.example/'],
    [' https://drop.example/ ', 'https://drop.example/'],
    ['https://192.0.2.7/', 'https://0xC0000207/'],
    ['https://[2001:db8::1]/', 'https://[2001:0DB8:0::0001]:8443/'],
    ['https://127.0.0.1:4000/', 'http://localhost:4000/'],
    ['https://localhost:4000/', 'https://[::1]:4000/'],
    ['https://127.0.0.1:4000/', 'https://[::ffff:127.0.0.1]:4000/'],
    ['https://127.0.0.1:4000/', 'https://127.0.0.2:4000/'],
    ['https://127.0.0.1:4000/', 'https://0:4000/'],
    ['https://127.0.0.1:4000/', 'https://x.localhost:4000/'],
  ])('where the environment says %j: %j', (value, url) => {
    expect(isProduction(url, named(value))).toBe(true);
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
    expect(isProduction(url, {})).toBe(false);
  });

  test.each([
    ['https://drop.example/', 'https://eto.drop.example/'],
    ['https://127.0.0.1:4000/', 'https://127.0.0.1:4001/'],
    ['', 'https://drop.example/'],
    [' ', 'https://drop.example/'],
  ])('where the environment says %j: %j', (value, url) => {
    expect(isProduction(url, named(value))).toBe(false);
  });
});

test.each([
  ['', false],
  [' ', false],
  ['drop.example', false],
  ['https://drop.example/', false],
  ['vraag het KOOP', true],
  ['https://', true],
  ['https://drop.example:99999/', true],
])('that production is %j can not be read: %s', (value, unreadable) => {
  expect(isUnreadable(named(value))).toBe(unreadable);
});
