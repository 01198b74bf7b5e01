import { describe, expect, test } from 'vitest';
import { parseTree } from '#xml/parse';
import { serialize } from '#xml/serialize';
import { generationForTests } from '../../test/samples/generation.ts';
import { differenceOf } from './difference.ts';
import { hole, type Draft } from './draft.ts';
import { filesOf } from './files.ts';

const { workshop, contract } = await generationForTests();
const { roles } = workshop;
const files = filesOf(roles);
const drp = contract.namespaces.drp ?? '';

const content = parseTree(
  Buffer.from(
    '<aanlevering><zakelijke-mededeling><kop><titel>T</titel></kop><zakelijke-mededeling-tekst><inhoud><al>een</al><al>twee</al>' +
      '</inhoud></zakelijke-mededeling-tekst></zakelijke-mededeling></aanlevering>',
  ),
);
const draftOf = (dossier: string): Draft => ({
  documentType: 'Melding',
  request: parseTree(
    Buffer.from(`<VoegDossierToeEnPubliceer xmlns="${drp}"><Dossier>${dossier}</Dossier></VoegDossierToeEnPubliceer>`),
  ),
  payloads: { z: { form: 'zip', files: [{ name: 'inhoud.xml', content }] } },
});
const plain = draftOf(
  '<Titel>T</Titel><BevoegdGezag soort="gemeente">Utrecht</BevoegdGezag><Activiteit>bouwen</Activiteit><InhoudZip/>',
);
const draft = roles.set(plain, 'inhoud', hole('z'));
const written = (one: Draft): string =>
  serialize(one.request, { ...styleless })
    .replace(/^<VoegDossier[^>]*><Dossier>|<\/Dossier>.*$/g, '')
    .replaceAll('\u0000', '|');
const styleless = {
  prefixOf: () => '',
  text: (text: string) => text,
  attribute: (text: string) => text,
  order: <T>(items: readonly T[]) => items,
  between: () => '',
  declaration: '',
};

describe('reading', () => {
  test('elements, attributes and nodes of a payload are found by role', () => {
    expect([
      roles.get(draft, 'titel'),
      roles.get(draft, 'bevoegdGezag/soort'),
      roles.all(draft, 'inhoud/alinea'),
    ]).toEqual(['T', 'gemeente', ['een', 'twee']]);
    expect([roles.get(draft, 'samenvatting'), roles.count(draft, 'inhoud/alinea[2]')]).toEqual([undefined, 1]);
  });

  test('an unknown role is an error that names those there are', () => {
    expect(() => roles.get(draft, 'inhoud/kop')).toThrow("no role 'kop': there is titel, alinea");
  });

  test('a role that is computed can not be edited', () => {
    const marked = draftOf('<Gebiedsmarkering><Punt><Geometrie>POINT(1 1)</Geometrie></Punt></Gebiedsmarkering>');

    expect(() => roles.set(marked, 'gebiedsmarkering/soort', 'Vlak')).toThrow("'local-name()' can't be edited");
    expect(roles.names(marked, 'gebiedsmarkering')).toEqual(['Punt']);
  });
});

describe('editing', () => {
  test('set changes each node', () => {
    expect(written(roles.set(draft, 'bevoegdGezag/soort', 'provincie'))).toContain(
      '<BevoegdGezag soort="provincie">Utrecht<',
    );
    expect(roles.all(roles.set(draft, 'inhoud/alinea', 'x'), 'inhoud/alinea')).toEqual(['x', 'x']);
  });

  test('add puts a node where the schema has it', () => {
    expect(written(roles.add(draft, 'activiteit', 'kappen'))).toContain(
      '<Activiteit>bouwen</Activiteit><Activiteit>kappen</Activiteit><Inhoud',
    );
    expect(written(roles.add(draft, 'samenvatting', 'S'))).toContain(
      '<Titel>T</Titel><Samenvatting>S</Samenvatting><Bevoegd',
    );
  });

  test('add makes the parents that are missing, and uses those that are there', () => {
    const dated = roles.add(draft, 'publicatiedatum', '2026-12-01');

    expect(written(dated)).toContain('</Activiteit><Publicatie><Datum>2026-12-01</Datum></Publicatie><InhoudZip>');
    expect(written(roles.add(dated, 'medium', 'Gemeenteblad'))).toContain(
      '<Publicatie><Medium>Gemeenteblad</Medium><Datum>',
    );
  });

  test('remove takes out parents that are left with nothing', () => {
    const dated = roles.add(draft, 'publicatiedatum', '2026-12-01');

    expect(written(roles.remove(dated, 'publicatiedatum'))).toBe(written(draft));
  });

  test('repeat and prepend keep the rest', () => {
    const repeated = roles.repeat(draft, 'inhoud/alinea[1]');

    expect(roles.all(roles.prepend(repeated, 'inhoud/alinea[1]', 'Let op:'), 'inhoud/alinea')).toEqual([
      'Let op: een',
      'een',
      'twee',
    ]);
  });

  test('files are renamed, added, rewritten and replaced', () => {
    const two = files.add(
      files.rename(draft, 'inhoud', () => 'a.xml'),
      'inhoud',
      { name: 'b.txt', content: Buffer.from('b') },
    );

    expect(files.names(two, 'inhoud')).toEqual(['a.xml', 'b.txt']);
    expect(files.names(files.clear(two, 'inhoud'), 'inhoud')).toEqual([]);
    const rewritten = files.rewrite(draft, 'inhoud', (xml) => `<!DOCTYPE a>${xml}`).payloads['z']?.files[0]?.content;
    expect(Buffer.from(rewritten as Uint8Array).toString()).toMatch(/^<!DOCTYPE a><aanlevering>/);
  });
});

describe('differenceOf', () => {
  const path = (after: Draft): string | undefined => differenceOf(draft, after);

  test('is the node that was edited', () => {
    expect(path(draft)).toBeUndefined();
    expect(path(roles.set(draft, 'titel', 'U'))).toBe('/VoegDossierToeEnPubliceer/Dossier/Titel');
    expect(path(roles.set(draft, 'bevoegdGezag/soort', 'x'))).toBe(
      '/VoegDossierToeEnPubliceer/Dossier/BevoegdGezag/@soort',
    );
    expect(path(roles.set(draft, 'inhoud/alinea[2]', 'x'))).toBe(
      '/VoegDossierToeEnPubliceer/Dossier/InhoudZip!inhoud.xml/aanlevering/zakelijke-mededeling/zakelijke-mededeling-tekst/inhoud/al[2]',
    );
  });

  test('is the parent of what was added or taken out', () => {
    expect(path(roles.remove(draft, 'activiteit'))).toBe('/VoegDossierToeEnPubliceer/Dossier');
  });

  test('is the node around two edits', () => {
    expect(path(roles.set(roles.set(draft, 'titel', 'U'), 'activiteit', 'x'))).toBe(
      '/VoegDossierToeEnPubliceer/Dossier',
    );
  });

  test('is the holder of a payload whose files changed', () => {
    expect(path(files.clear(draft, 'inhoud'))).toBe('/VoegDossierToeEnPubliceer/Dossier/InhoudZip');
    expect(path(roles.set(draft, 'inhoud', 'AAAA'))).toBe('/VoegDossierToeEnPubliceer/Dossier/InhoudZip');
  });
});
