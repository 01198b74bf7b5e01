import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { demandNamed, type Named } from './demand-named.ts';
import { ownOf } from './refusals.ts';

const out = mkdtempSync(join(tmpdir(), '3pas-'));
mkdirSync(join(out, 'contract'));
symlinkSync(tmpdir(), join(out, 'link'));
const refuse = ownOf((nl, en) => new UsageError({ nl, en }));
const demand = (named: Named, asked: Named) => (): void => {
  demandNamed(named, { asked: { ...asked, profile: asked.profile ?? 'mock-poc' }, out, refuse });
};

test.each([
  ['profile', { profile: '/x/eto.yaml' }, '--profile /x/eto.yaml'],
  ['address', { url: 'https://x.example/' }, '--url https://x.example/'],
  ['contract', { contract: '/x/contract' }, '--contract /x/contract'],
  ['state', { state: `${out}-state` }, `--state ${out}-state`],
  ['contract behind a link', { contract: join(out, 'link') }, `--contract ${join(out, 'link')}`],
])('a %s that the journal alone names is refused, and taken once it is named', (_, asked, option) => {
  expect(demand({}, asked)).toThrow(option);
  expect(demand(asked, asked)).not.toThrow();
});

test('what lies in the folder of the run is taken', () => {
  expect(demand({}, { contract: join(out, 'contract') })).not.toThrow();
});
