import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hasJdk } from '#documents/judge/xerces';
import { askXerces } from './second-opinion.ts';

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r" type="xs:int"/></xs:schema>`;
const noJdk = hasJdk() ? '' : ', which takes a JDK: install one (javac)';

test.skipIf(noJdk !== '')(`what Xerces sees otherwise than it was meant is told${noJdk}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  mkdirSync(join(folder, 'r'));
  const written = {
    '1-valid': '<r>1</r>',
    '2-valid': '<r>x</r>',
    '3-violation': '<r>1</r>',
    '4-violation': '<r>x</r>',
  };
  const entries = Object.entries(written).map(([name, text]) => {
    const file = `r/${name}.xml`;
    writeFileSync(join(folder, file), text);
    return { file, kind: name.endsWith('valid') ? 'valid' : 'violation' } as const;
  });
  const files = new Map([['s.xsd', Buffer.from(schema)]]);

  const { agreed, all, lines } = await askXerces({ files, entry: 's.xsd', catalog: undefined }, folder, [
    ...entries,
    { kind: 'untested' },
  ]);

  expect([agreed, all]).toEqual([2, 4]);
  expect(lines).toEqual([
    expect.stringMatching(/^r\/2-valid\.xml: valid, invalid: .*'x' is not a valid value for 'integer'/),
    'r/3-violation.xml: violation, valid: ',
  ]);
});
