import { expect, test } from 'vitest';
import { hasJdk } from '#documents/judge/xerces';
import { openSecondOpinion } from './second-opinion.ts';

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r" type="xs:int"/></xs:schema>`;
const noJdk = hasJdk() ? '' : ', which takes a JDK: install one (javac)';

test.skipIf(noJdk !== '')(`what Xerces sees otherwise than it was meant is told${noJdk}`, async () => {
  const lines: string[] = [];
  const files = new Map([['s.xsd', Buffer.from(schema)]]);
  const xerces = await openSecondOpinion(
    { files, entry: 's.xsd', catalog: undefined },
    (line) => void lines.push(line),
  );
  const made = [
    { file: 'r/1.xml', kind: 'valid', text: '<r>1</r>' },
    { file: 'r/2.xml', kind: 'valid', text: '<r>x</r>' },
    { file: 'r/3.xml', kind: 'violation', text: '<r>1</r>' },
    { file: 'r/4.xml', kind: 'violation', text: '<r>x</r>' },
    { kind: 'untested', text: '' },
  ] as const;

  for (const { text, ...entry } of made) await xerces.ask(entry, Buffer.from(text));

  expect(await xerces.close()).toEqual({ agreed: 2, all: 4 });
  expect(lines).toEqual([
    expect.stringMatching(/^r\/2\.xml: valid, invalid: .*'x' is not a valid value for 'integer'/),
    'r/3.xml: violation, valid: ',
  ]);
});
