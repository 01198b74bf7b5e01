import { expect, test } from 'vitest';
import { passwordAsked } from './password.ts';
import { startedJson, startedText } from './started-text.ts';

const mock = { url: 'http://127.0.0.1:1/D.svc', controlUrl: 'http://127.0.0.1:1/_mock/' };
const started = { mock, username: 'jan', certificates: undefined };

const lineOf = (options: Parameters<typeof passwordAsked>[0], language: 'nl' | 'en') =>
  startedText({ ...started, password: passwordAsked(options) }, language)
    .split('\n')
    .find((line) => /^(?:Wachtwoord|Password): /.test(line));

test('a password is asked for unless any is taken, and the start says which', () => {
  expect(lineOf({}, 'nl')).toBe(
    'Wachtwoord: proefwachtwoord (een ander wordt geweigerd; --password-env kiest er zelf een, --any-password laat elk toe)',
  );
  expect(lineOf({ passwordEnv: 'PATH' }, 'en')).toBe('Password: that in PATH (any other is refused)');
  expect(lineOf({ anyPassword: true }, 'en')).toBe('Password: any password is taken');
});

test('JSON holds the usual password, and none of one’s own', () => {
  const { password } = passwordAsked({ passwordEnv: 'PATH' });

  expect(JSON.parse(startedJson({ ...started, password: passwordAsked({}) }))).toMatchObject({
    username: 'jan',
    password: 'proefwachtwoord',
  });
  expect(startedJson({ ...started, password: passwordAsked({ passwordEnv: 'PATH' }) })).not.toContain(password);
});

test('a variable without a value is refused', () => {
  expect(() => passwordAsked({ passwordEnv: 'NIET_GEZET' })).toThrow(
    'NIET_GEZET: that environment variable is not set',
  );
});
