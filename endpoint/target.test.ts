import { describe, expect, test } from 'vitest';
import { checkCredentials } from './credentials.ts';
import { checkConfidential, parseTarget, resolvePath } from './target.ts';

describe('parseTarget', () => {
  test.each([
    ['localhost/dienst', /is not a URL|not of HTTP/],
    ['ftp://host/', /not of HTTP/],
    ['https://jan:geheim@host/', /username or password/],
    ['', /is not a URL/],
  ])('refuses %j', (text, message) => {
    expect(() => parseTarget(text)).toThrow(message);
  });

  test('shows no password when it refuses', () => {
    expect(() => parseTarget('http//x:geheim@host')).toThrow(/^(?!.*geheim)/);
    expect(() => parseTarget('https://jan:geheim@host/')).toThrow(/^(?!.*geheim)/);
  });
});

describe('checkConfidential', () => {
  test.each([
    'http://localhost:1/',
    'http://127.0.0.1/',
    'http://127.8.8.8/',
    'http://[::1]:80/',
    'https://example.nl/',
  ])('lets credentials travel to %s', (url) => {
    expect(() => {
      checkConfidential(new URL(url));
    }).not.toThrow();
  });

  test.each([
    'http://example.nl/',
    'http://10.0.0.1/',
    'http://127.0.0.1.example.nl/',
    'http://localhost.example.nl/',
    'http://0.0.0.0/',
  ])('refuses %s', (url) => {
    expect(() => {
      checkConfidential(new URL(url));
    }).toThrow(/unencrypted/);
  });
});

describe('resolvePath', () => {
  const target = new URL('https://host/a/Dienst.svc?x=1');

  test('takes a query on the endpoint’s own path, or another path of the host', () => {
    expect(resolvePath(target, '?wsdl').href).toBe('https://host/a/Dienst.svc?wsdl');
    expect(resolvePath(target, '/b').href).toBe('https://host/b');
    expect(resolvePath(target, undefined)).toBe(target);
  });

  test.each(['//evil.example/', '/\\evil.example/', 'https://evil.example/', 'b', ''])('refuses %j', (path) => {
    expect(() => resolvePath(target, path)).toThrow(/does not begin with/);
  });
});

describe('checkCredentials', () => {
  test.each([
    { carrier: 'basic', username: 'a:b', password: 'geheim', message: /colon/ },
    { carrier: 'basic', username: '', password: 'geheim', message: /empty/ },
    { carrier: 'basic', username: 'a', password: 'kor', message: /fewer than 4/ },
    { carrier: 'basic', username: 'a', password: 'geheim\n', message: /control character/ },
    { carrier: 'wsse', username: 'a\u0000b', password: undefined, message: /control character/ },
    { carrier: 'header', username: 'zoë', password: 'geheim', message: /header can not carry/ },
    { carrier: 'header', username: 'a', password: ' geheim', message: /header can not carry/ },
  ] as const)('$carrier refuses $username with $password', ({ carrier, username, password, message }) => {
    expect(() => {
      checkCredentials({ username, password }, carrier);
    }).toThrow(message);
  });

  test('never shows the password', () => {
    expect(() => {
      checkCredentials({ username: 'a', password: 'zeergeheim\n' }, 'basic');
    }).toThrow(/^(?!.*geheim)/);
  });

  test('takes what the carrier can carry', () => {
    checkCredentials({ username: 'zoë', password: 'wacht:woord' }, 'basic');
    checkCredentials({ username: 'a:b', password: undefined }, 'wsse');
    checkCredentials({ username: 'a:b', password: '' }, 'header');
  });
});
