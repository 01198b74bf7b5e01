import { describe, expect, test } from 'vitest';
import { cause, causeIds, explain, isCertain, isConfiguration } from './causes.ts';
import { proxyVariableFor } from './proxy.ts';

describe('a cause', () => {
  test.each(causeIds)('%s is a sentence in both languages, with a remedy', (id) => {
    const { cause: said, remedy } = explain(cause(id, 'eerste', 'tweede', 'derde'));

    for (const text of [said.nl, said.en, remedy.nl, remedy.en]) {
      expect(text.length).toBeGreaterThan(5);
      expect(text).not.toMatch(/undefined|\[object/);
    }
    expect([remedy.nl, remedy.en].every((text) => /[.?)]$/.test(text))).toBe(true);
    expect(said.nl).not.toBe(said.en);
  });

  test('tells no credentials of an address, and is one line of bounded length', () => {
    const { details } = cause('profile-wrong', `"https://jan:geheim@host/"\u001b[2J\n${'x'.repeat(1000)}`);

    expect(details[0]).toMatch(/^"https:\/\/\*\*\*@host\/"\\u001b\[2J x+…$/);
    expect(details[0]?.length).toBe(301);
  });

  test.each([
    ['variables-unset', 'configuration'],
    ['certificate-file', 'configuration'],
    ['host-unknown', 'certain'],
    ['proxy-needed', 'certain'],
    ['server-expired', 'certain'],
    ['certificate-unfit', 'certain'],
    ['certificate-forbidden', 'certain'],
    ['credentials-refused', 'certain'],
    ['too-large-at-renegotiation', 'certain'],
    ['clock-behind', 'doubtful'],
    ['web-page', 'doubtful'],
    ['no-answer', 'doubtful'],
    ['connection-reset', 'doubtful'],
    ['certificate-perhaps-refused', 'doubtful'],
    ['certificate-unfit-but-taken', 'doubtful'],
    ['alive-fault', 'doubtful'],
  ] as const)('%s is %s', (id, standing) => {
    const found = cause(id);

    expect(isConfiguration(found) ? 'configuration' : isCertain(found) ? 'certain' : 'doubtful').toBe(standing);
  });
});

describe('the proxy for an address', () => {
  test.each([
    ['https://host.example/', { HTTPS_PROXY: 'http://p' }, 'HTTPS_PROXY'],
    ['https://host.example/', { https_proxy: 'http://p' }, 'https_proxy'],
    ['https://host.example/', { HTTP_PROXY: 'http://p' }, undefined],
    ['http://host.example/', { HTTP_PROXY: 'http://p' }, 'HTTP_PROXY'],
    ['https://host.example/', { ALL_PROXY: 'socks5://p' }, 'ALL_PROXY'],
    ['https://host.example/', { HTTPS_PROXY: ' ' }, undefined],
    ['https://host.example/', { HTTPS_PROXY: 'http://p', NO_PROXY: 'example' }, undefined],
    ['https://host.example/', { HTTPS_PROXY: 'http://p', no_proxy: '*.example' }, undefined],
    ['https://host.example/', { HTTPS_PROXY: 'http://p', NO_PROXY: 'st.example' }, 'HTTPS_PROXY'],
    ['https://host.example/', { HTTPS_PROXY: 'http://p', NO_PROXY: '' }, 'HTTPS_PROXY'],
  ])('%s with %j is named by %s', (url, environment, variable) => {
    expect(proxyVariableFor(new URL(url), environment)).toBe(variable);
  });
});
