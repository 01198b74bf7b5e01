import { generateKeyPairSync } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { initFolder } from '#cli/contract/init';
import { renewExamples } from '#cli/contract/new-examples';
import { signFolder } from '#cli/contract/sign';
import type { Contract } from '#contract/contract';
import { contractDifferences } from '#contract/diff/contract-differences';
import { readContract } from '#contract/reader';
import { startMock } from '#endpoint/mock-process';
import { validDelivery } from '#generators/delivery';
import { loadFaces } from '#generators/faces/load-faces';
import { violable, violation } from '#generators/violation';
import { tryFolder } from '../swaps/trial.ts';
import { generationOf } from '../samples/generation.ts';

const root = mkdtempSync(join(tmpdir(), '3pas-services-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const init = async (wsdl: string, name: string): Promise<Contract> => {
  const { contract } = await initFolder({
    wsdl,
    out: join(root, name),
    yes: true,
    source: 'het papier',
    clock: '2026-11-24',
  });
  return contract;
};

const boundIn = ({ uses, service }: Contract) => ({
  ...Object.fromEntries(
    Object.entries(uses).flatMap(([use, one]) => (typeof one === 'string' ? [] : [[use, one.roles.at(-1)?.at]])),
  ),
  number: service.answer.dossierNumber,
});

describe('of a service', () => {
  test('like Digipoort, what it is called in Dutch is bound', async () => {
    const contract = await init('test/wsdl/digipoort/aanleverservice.wsdl', 'digipoort');

    expect(boundIn(contract)).toEqual({
      documentType: 'koppelvlakservices:berichtsoort',
      reference: 'koppelvlakservices:aanleverkenmerk',
      title: 'koppelvlakservices:onderwerp',
      content: 'koppelvlakservices:berichtInhoud/koppelvlakservices:inhoud',
      number: 'koppelvlakservices:kenmerk',
    });
  });

  test('like VECOZO, the name and media type beside a file make it one, and are taken for nothing else', async () => {
    const contract = await init('test/wsdl/vecozo/indienen.wsdl', 'vecozo');

    expect(boundIn(contract)).toEqual({
      documentType: 'messages:Bericht/berichten:BerichtType',
      reference: 'messages:Bericht/berichten:Referentie',
      title: 'messages:Bericht/berichten:Opschrift',
      content: 'messages:Bericht/berichten:Document/berichten:Data',
      number: 'messages:IndienenResult/berichten:IndieningId',
    });
  });

  test('like those of WCF, a folder is made that its own mock takes deliveries by', async () => {
    const contract = await init('test/wsdl/wcf/Bekendmakingen.wsdl', 'wcf');
    const generation = generationOf(contract, await loadFaces(contract));
    const { action } = contract.service.deliver;
    const [type = ''] = contract.documentTypes.map((one) => one.name);
    const valid = fc.sample(validDelivery(generation, type), { seed: 1, numRuns: 3 });
    const [first] = violable(generation, type).filter((one) => one.violable && one.constraint.kind === 'schema');
    const broken = fc.sample(violation(generation, type, first?.constraint.id ?? ''), { seed: 1, numRuns: 1 });
    const mock = await startMock({
      contract,
      carrier: 'basic',
      username: 'proef',
      password: 'geheim',
    });
    const post = async (body: Uint8Array): Promise<string> => {
      const answer = await fetch(mock.url, {
        method: 'POST',
        headers: {
          'content-type': 'text/xml; charset=utf-8',
          soapaction: `"${action}"`,
          authorization: `Basic ${btoa('proef:geheim')}`,
        },
        body: Buffer.from(body),
      });
      return `${String(answer.status)} ${/<(?:\w+:)?(\w*Response|Fault)\b/.exec(await answer.text())?.[1] ?? ''}`;
    };

    try {
      for (const [index, one] of valid.entries())
        expect(await post(one.message(String(index + 1).padStart(12, '0')))).toBe(
          `200 ${contract.service.deliver.response.name}`,
        );
      for (const one of broken) expect(await post(one.message('000000000009'))).toBe('500 Fault');
      expect(
        await (await fetch(`${mock.url}?wsdl`, { headers: { authorization: `Basic ${btoa('proef:geheim')}` } })).text(),
      ).toContain(contract.service.deliver.name);
    } finally {
      await mock.stop();
    }
    expect(new Set(contract.documentTypes.map(({ ground, source }) => `${ground}: ${source}`))).toEqual(
      new Set(['taken-over: het papier']),
    );
  });
});

test('the description of docs/first-contract.md, on top of a service that takes anything, is kept, broken, and demanded by its mock', async () => {
  const { directory } = await init('test/wsdl/wcf/Bekendmakingen.wsdl', 'beschreven');
  const made = readFileSync(join(directory, 'description.csv'), 'utf8').split('\n');
  const [, told = ''] = /```csv\n([^]*?)```/.exec(readFileSync('docs/first-contract.md', 'utf8')) ?? [];
  const paths = told.split('\n').map((row) => `${row.split(';', 1)[0] ?? ''};;;;;;;;;`);
  expect(made).toEqual(expect.arrayContaining(paths.slice(1, -1)));
  writeFileSync(join(directory, 'description.csv'), told);

  const { wrong } = await tryFolder({ directory });
  rmSync(join(directory, 'examples/Besluit.xml'));
  expect(await renewExamples(directory, '2026-11-24')).toContain('examples/Besluit.xml');
  const contract = readContract(directory);
  const generation = generationOf(contract, await loadFaces(contract));
  const canBreak = (type: string): readonly string[] =>
    violable(generation, type).flatMap(({ constraint, violable: can }) => (can ? [constraint.id] : []));

  expect(wrong).toEqual([]);
  expect(canBreak('Besluit')).toEqual(
    expect.arrayContaining([
      'xsd2.xsd#Bericht-beschreven-1/Kenmerk/maxLength',
      'rules.sch#datumBesluit-verplicht',
      'rules.sch#samenvatting-verplicht',
    ]),
  );
  expect(canBreak('Melding')).not.toContain('rules.sch#datumBesluit-verplicht');
  const dated = (type: string): number =>
    fc
      .sample(validDelivery(generation, type), { seed: 1, numRuns: 20 })
      .filter(({ message }) => Buffer.from(message('000000000001')).includes('DatumBesluit')).length;
  expect(dated('Besluit')).toBe(20);
  expect(dated('Melding')).toBeLessThan(20);
  expect(dated('Melding')).toBeGreaterThan(0);
  for (const id of ['rules.sch#datumBesluit-verplicht', 'rules.sch#samenvatting-verplicht'])
    expect(fc.sample(violation(generation, 'Besluit', id), { seed: 1, numRuns: 2 })).toHaveLength(2);
}, 30_000);

test('KOOP signs a folder once, and every copy of it is confirmed until a byte of it changes', async () => {
  const { directory } = await init('test/wsdl/vecozo/indienen.wsdl', 'bevestigd');
  const key = join(root, 'koop.pem');
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  expect(() => signFolder(directory, { key, lang: 'en' })).toThrow(
    'make provenance.standing in contract.yaml confirmed',
  );
  for (const name of ['contract.yaml', 'v3.xsd', 'messages.xsd', 'berichten.xsd', 'rules.sch'])
    if (existsSync(join(directory, name)))
      writeFileSync(
        join(directory, name),
        readFileSync(join(directory, name), 'utf8')
          .replaceAll('taken-over', 'confirmed')
          .replace('standing: reconstruction', 'standing: confirmed'),
      );

  const said = signFolder(directory, { key, lang: 'en' });
  const policy = { folders: [], keys: [/-----BEGIN[^]*KEY-----/.exec(said.replaceAll(/^ {4}/gm, ''))?.[0] ?? ''] };
  const copy = join(root, 'bij-een-leverancier');
  cpSync(directory, copy, { recursive: true });
  const ofVendor = readContract(copy, policy);

  expect([ofVendor.confirmed, ofVendor.documentTypes[0]?.ground]).toEqual([true, 'confirmed']);
  expect(said).toContain(ofVendor.digest);
  expect(readContract(copy).confirmed).toBe(false);
  writeFileSync(join(copy, 'description.csv'), 'pad\n');
  expect(readContract(copy, policy).confirmed).toBe(false);
}, 30_000);

test('of the contract that comes with the suite the WSDL gives all but what no WSDL says', async () => {
  const shipped = readContract('contract/2020-01');
  const made = await init('contract/2020-01/dossier-service.wsdl', 'shipped');
  const says = ({
    service,
    roles,
    uses,
    rules,
    constraints,
    documentTypes,
    codeLists,
    namespaces,
    errorCodes,
    limits,
  }: Contract) =>
    JSON.parse(
      JSON.stringify({
        ...{ namespaces, errorCodes, limits, uses, roles, codeLists: [...codeLists] },
        service: { ...service, wsdl: '' },
        documentTypes: documentTypes.map(({ name, label, content, needs }) => ({ name, label, content, needs })),
        rules: rules.map(({ id, test: asked, severity, text, ground, source }) => ({
          id,
          asked,
          severity,
          text,
          ground,
          source,
        })),
        constraints: constraints.map(({ id, kind, ground, source }) => ({ id, kind, ground, source })),
      }),
      // Lines are those of other files, and what the WSDL says was taken over from its papers.
      (key, value: unknown) => (key === 'place' ? undefined : value),
    ) as { readonly service: Record<string, { ground?: string; source?: string }> };
  const withoutGrounds = ({ service, ...others }: ReturnType<typeof says>) => ({
    ...others,
    service: Object.fromEntries(
      Object.entries(service).map(([key, one]) => [
        key,
        typeof one === 'object' ? { ...one, ground: '', source: '' } : one,
      ]),
    ),
  });

  expect(withoutGrounds(says(made))).toEqual(withoutGrounds(says(shipped)));
  expect(readFileSync(made.faces ?? '')).toEqual(readFileSync(shipped.faces ?? ''));
  expect(made.open.map(({ about }) => about)).toEqual(['uses.content', 'service.duplicate.key']);
  const told = new Set(contractDifferences(made, shipped).map(({ topic, fact }) => `${topic} ${fact ?? ''}`));
  expect(told).toEqual(new Set(['folder title', 'document-types ground']));
});
