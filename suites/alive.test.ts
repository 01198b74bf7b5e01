import { expect, test } from 'vitest';
import type { Contract } from '#contract/contract';
import { readContract, readContractIn } from '#contract/reader';
import { createExaminer } from '#endpoint/mock/examine';
import { bearsCredentials, passwordPlaceholder, usernamePlaceholder } from '#contract/wire/placeholders';
import { passwordNamesOf } from '#contract/wire/password-names';
import { aliveMessage } from '#generators/alive-message';

const shipped = readContract('contract/2020-01');

const textOf = (contract: Contract): string => Buffer.from(aliveMessage(contract, [])).toString();

/** The shipped contract with a connection test that demands more, and fills in its contract.yaml. */
const demanding = (fill: string): Contract => {
  const edited = new Map(shipped.ownFiles);
  const replace = (file: string, from: string, to: string): void => {
    const text = Buffer.from(edited.get(file) ?? []).toString();
    expect(text).toContain(from);
    edited.set(file, Buffer.from(text.replace(from, to)));
  };
  const ground = '<xs:annotation><xs:appinfo><g:ground standing="assumed"/></xs:appinfo></xs:annotation>';
  replace(
    'dossier.xsd',
    '<xs:sequence/>',
    `<xs:sequence>${ground}<xs:element name="Tekst" type="xs:string">${ground}</xs:element>
      <xs:element name="Tijd" type="xs:dateTime">${ground}</xs:element>
      <xs:element name="Noot" type="xs:string" minOccurs="0">${ground}</xs:element></xs:sequence>`,
  );
  replace('contract.yaml', '    response: drp:IsAliveResponse\n', `    response: drp:IsAliveResponse\n${fill}`);
  return readContractIn(edited);
};

test('a connection test of which nothing is demanded is empty', () => {
  expect(textOf(shipped)).toMatch(/<soap:Body><(\w+):IsAlive [^>]*\/><\/soap:Body>/);
});

test('what its schema demands is there, and the contract says what', () => {
  const contract = demanding('    fill:\n      - at: drp:Tekst\n        text: leeft u nog?\n');
  const { examine, dispose } = createExaminer(contract, 'basic');

  expect(textOf(contract)).toMatch(/<(\w+):Tekst>leeft u nog\?<\/\1:Tekst><\1:Tijd>[^<]+<\/\1:Tijd><\/\1:IsAlive>/);
  expect(textOf(contract)).toBe(textOf(contract));
  expect(examine(aliveMessage(contract, []), { today: '2026-11-24', oin: undefined, mandates: undefined })).toEqual(
    expect.objectContaining({ kind: 'alive', fault: undefined }),
  );
  dispose();
});

test('credentials stand in it as what the client fills in just before the wire', () => {
  const contract = demanding(
    '    fill:\n      - { at: drp:Tekst, from: password }\n      - { at: drp:Noot, from: username }\n',
  );

  expect(textOf(contract)).toContain(`:Tekst>${passwordPlaceholder}</`);
  expect(textOf(contract)).toContain(`:Noot>${usernamePlaceholder}</`);
  expect(bearsCredentials(contract)).toBe(true);
  expect(passwordNamesOf(contract.service)).toEqual(['Tekst']);
});

test('a place is filled from the profile or by a text, and not by both', () => {
  expect(() => demanding('    fill:\n      - { at: drp:Tekst, from: password, text: x }\n')).toThrow(
    /^contract\.yaml:\d+: service\.alive\.fill\[1\] has both from and text; give one of them/,
  );
});

test('a place that is not there is refused with its line', () => {
  const contract = demanding('    fill:\n      - at: drp:Onzin\n        text: x\n');

  expect(() => textOf(contract)).toThrow(/^contract\.yaml:\d+: "drp:Onzin" finds nothing in IsAlive; /);
});
