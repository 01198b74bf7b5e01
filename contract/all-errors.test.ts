import { expect, test } from 'vitest';
import { type BrokenCopy, complaints } from '../test/samples/broken-copy.ts';

const yaml = 'contract.yaml';

const all = (damage: (copy: BrokenCopy) => unknown): readonly string[] =>
  complaints('contract/2020-01', damage).map((one) => one.replace(/:\d+: /, ': '));

test('a folder without errors has none', () => {
  expect(all(() => undefined)).toEqual([]);
});

test('every key and value that is wrong is told, and a mistyped key once', () => {
  const found = all((copy) =>
    copy
      .replace(yaml, '  deliver:\n    name:', '  deliver:\n    naam:')
      .replace(yaml, 'title: DROP', 'titel: DROP')
      .replace(yaml, 'messageBytes: ', 'messageBytes: -'),
  );

  expect(found).toEqual([
    'contract.yaml: unknown key "titel", did you mean "title"?',
    expect.stringMatching(/^contract.yaml: unknown key "naam" in service.deliver; /),
    expect.stringMatching(/^contract.yaml: limits.messageBytes /),
  ]);
});

test('every role, use, rule and document type that is wrong is told, and not what follows from one', () => {
  const found = all((copy) =>
    copy
      .replace(yaml, /(?<=\n {2}title: )titel$/m, 'titeltje')
      .replace(yaml, '\n  medium: medium\n', '\n  medium: blaadje\n')
      .replace(yaml, 'name: OmgevingsvergunningAfhandeling\n', 'name: OmgevingsvergunningAanvraag\n')
      .replace('rules.sch', 'role="error"', 'role="fout"')
      .replace('rules.sch', /(?<=role="fout"[^]*)role="error"/, 'role="grof"'),
  );

  expect(found).toEqual([
    expect.stringMatching(/^contract.yaml: uses.title is bound to "titeltje", which is no role/),
    expect.stringMatching(/^contract.yaml: uses.medium is bound to "blaadje", which is no role/),
    expect.stringMatching(/^rules.sch: rule \S+ has role "fout"/),
    expect.stringMatching(/^rules.sch: rule \S+ has role "grof"/),
    'contract.yaml: document type "OmgevingsvergunningAanvraag" stands here for the second time; remove one',
  ]);
});

test('what does not fit schemas, view, WSDL and examples is told at once', () => {
  const found = all((copy) =>
    copy
      .replace('dossier.xsd', /(<xs:maxLength value="\d+")>[^]*?<\/xs:maxLength>/, '<xs:maxLength value="9"/>')
      .replace('dossier-service.wsdl', /soapAction="[^"]*"/, 'soapAction="urn:anders"')
      .replace('rules.sch', 'v:rubriek[1]', 'v:rubreik[1]')
      .replace('examples/Melding.xml', '</drp:Titel>', '</drp:Titel><drp:Onzin/>')
      .remove('examples/BeschikkingAanvraag.xml'),
  );

  expect(found.map((one) => one.split(':', 1)[0])).toEqual(
    expect.arrayContaining(['dossier.xsd', 'dossier-service.wsdl', 'rules.sch', 'examples/Melding.xml']),
  );
  expect(found.length).toBeGreaterThanOrEqual(5);
  expect(new Set(found).size).toBe(found.length);
});
