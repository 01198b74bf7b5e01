import { expect, test } from 'vitest';
import { bareEnvironment } from './bare-environment.ts';

test('what a process needs is kept, and nothing else', () => {
  const environment = {
    PATH: '/bin',
    LANG: 'nl_NL.UTF-8',
    DROP_ETO_POC_URL: 'https://x',
    HTTPS_PROXY: 'http://a:b@c',
    TZ: '',
  };

  expect(bareEnvironment(environment)).toEqual({ PATH: '/bin', LANG: 'nl_NL.UTF-8', TZ: '' });
});
