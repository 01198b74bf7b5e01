import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { zip } from '../test/samples/delivery.ts';
import { readingOracle } from './reading-oracle.ts';

const contract = readContract(resolve(import.meta.dirname, '../contract/2020-01'));
const example = readFileSync(join(contract.directory, 'examples/Melding.xml'), 'utf8');
const { judge } = readingOracle(contract);
const opinionOf = (message: string) =>
  judge(Buffer.from(message), { today: '2026-11-30', oin: undefined, mandates: undefined });
const attributes = Array.from({ length: 50_000 }, (_, index) => `a${String(index)}="x"`).join(' ');
const tooMany = {
  ...{ verdict: 'invalid', isUnread: true },
  findings: [
    {
      constraint: 'soap#excess',
      text: { en: expect.stringContaining('has more attributes than any delivery') as string },
    },
  ],
};

test('markup that would keep a parser busy is not parsed, in a message and in its content', () => {
  const content = `$1${zip({ 'inhoud.xml': `<a ${attributes}/>` })}`;

  expect(opinionOf(example.replace('<drp:Titel>', `<drp:Titel ${attributes}>`))).toMatchObject(tooMany);
  expect(opinionOf(example.replace(/(InhoudZip>)[^<]*/, content))).toMatchObject(tooMany);
});

test('a thousand mistakes are told, and no rule is held against what stands behind them', () => {
  const wrong = '<drp:Onderwerp>fout</drp:Onderwerp>'.repeat(5000);
  const opinion = opinionOf(example.replace('<drp:Onderwerp>', `${wrong}<drp:Onderwerp>`));
  if (opinion.verdict === 'unjudgeable') throw new Error(opinion.reason.en);

  expect(opinion.findings).toHaveLength(1000);
  expect(new Set(opinion.findings.map(({ constraint }) => constraint.split('#')[0]))).toEqual(
    new Set(['codelists.xsd']),
  );
});
