import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcess } from '../run/in-process.ts';
import { temporaryFolder } from '../run/three-pas.ts';

const ours = resolve(import.meta.dirname, '../../pacts/vergunningensysteem-drop-3pas-2020-01.json');
const text = readFileSync(ours, 'utf8');
const folder = temporaryFolder();

interface Pact {
  readonly interactions: readonly { readonly description: string }[];
}

/** A vendor's pact of one interaction, which its text may differ in. */
const vendors = (description: string, change: (interaction: string) => string = (one) => one): string => {
  const { interactions, ...pact } = JSON.parse(text) as Pact;
  const one = interactions.filter((each) => each.description.endsWith(description)).slice(0, 1);
  const file = join(folder, 'leverancier.json');
  writeFileSync(file, JSON.stringify({ ...pact, interactions: JSON.parse(change(JSON.stringify(one))) as unknown }));
  return file;
};

const prepared = 'Melding prepared only, without a medium';
const duplicate = 'refused: duplicate';

const checked = async (file: string, ...options: readonly string[]) => {
  const said = await inProcess(['pact', 'check', file, '--clock', '2026-11-24', '--lang', 'en', '--json', ...options]);
  const { files = [] } = JSON.parse(said.stdout) as {
    readonly files?: readonly {
      readonly findings: readonly { readonly constraint: string; readonly severity: string }[];
    }[];
  };
  const findings = files.flatMap((one) => one.findings.map(({ constraint, severity }) => `${severity} ${constraint}`));
  return { code: said.code, findings };
};

test('our own pact is valid; what is wrong in a request that is refused is a warning', async () => {
  const { code, findings } = await checked(ours);

  expect(code).toBe(0);
  expect(findings.toSorted()).toEqual([
    'warning inhoud.xsd#root',
    'warning rules.sch#activiteit-bij-omgevingsvergunning',
    'warning soap#request',
  ]);
});

describe('what a vendor expects is judged by the contract', () => {
  test.each<[string, string, (one: string) => string, string[]]>([
    ['another status', prepared, (one) => one.replace('"status":200', '"status":202'), ['error answer#status']],
    [
      'another response',
      prepared,
      (one) => one.replaceAll('PubliceerResponse', 'PubliceerAntwoord'),
      ['error answer#body'],
    ],
    [
      'a status of another medium',
      prepared,
      (one) => one.replace('>klaargezet<', '>gepubliceerd<'),
      ['error answer#delivery.status-follows-medium'],
    ],
    ['an unknown code', duplicate, (one) => one.replace('dossier-dubbel', 'dubbel'), ['error answer#code']],
    [
      'a Fault with 200',
      duplicate,
      (one) => one.replace('"status":500', '"status":200'),
      ['error answer#protocol.answers-fault-with-500'],
    ],
    [
      'a refusal of what is valid',
      duplicate,
      (one) => one.replace('dossier-dubbel', 'regel-overtreden'),
      ['error answer#refused'],
    ],
    [
      'another method',
      prepared,
      (one) => one.replace('"POST"', '"PUT"'),
      ['error http#method', 'error answer#accepted'],
    ],
    [
      'the SOAPAction of another operation',
      prepared,
      (one) => one.replace('IDossierService/VoegDossierToeEnPubliceer', 'IDossierService/IsAlive'),
      ['error http#action', 'error answer#accepted'],
    ],
    [
      'a token for access',
      prepared,
      (one) => one.replace(/"Authorization":(\[?")[^"]*/i, '"Authorization":$1Bearer abc'),
      ['warning http#authorization'],
    ],
    [
      'a Fault with 400',
      duplicate,
      (one) => one.replace('"status":500', '"status":400'),
      ['error answer#protocol.answers-fault-with-500'],
    ],
    [
      'an answer that is no text/xml',
      prepared,
      (one) => one.replace(/("response":.*?)text\/xml/, '$1application/soap+xml'),
      ['error answer#content-type'],
    ],
    [
      'an answer in text/xml, in any charset',
      prepared,
      (one) => one.replace(/("response":.*?)text\/xml; charset=utf-8/, '$1text/xml'),
      [],
    ],
    ['an empty path', prepared, (one) => one.replace('/DossierService.svc', ''), ['warning http#path']],
    ['another path', prepared, (one) => one.replace('/DossierService.svc', '/elders'), ['warning http#path']],
  ])('%s', async (...[, description, change, expected]) => {
    const { code, findings } = await checked(vendors(description, change));

    expect(findings).toEqual(expected);
    expect(code).toBe(expected.some((one) => one.startsWith('error')) ? 1 : 0);
  });
});

test('a value that is generated is not judged by its example', async () => {
  const wrong = (one: string): string => one.replace(/(<drp:BevoegdGezag[^>]*>)[^<]*/, '$1Nergens');
  const place =
    "$['soap:Envelope']['soap:Body']['drp:VoegDossierToeEnPubliceer']['drp:Dossier']['drp:BevoegdGezag']['#text']";
  const generated = (one: string): string =>
    wrong(one).replace(
      '"method"',
      `"generators":${JSON.stringify({ body: { [place]: { type: 'RandomString' } } })},"method"`,
    );

  expect((await checked(vendors(prepared, wrong))).code).toBe(1);
  expect((await checked(vendors(prepared, generated))).code).toBe(0);
});

test('what is no request to the service is passed over, and nothing steers the terminal', async () => {
  const odd = (one: string): string =>
    one.replace(prepared, String.raw`\u001b[31mrood\n::error::x`).replace('"body":{', '"b":{');

  const said = await inProcess(['pact', 'check', vendors(prepared, odd), '--lang', 'nl']);

  expect(said.code).toBe(2);
  expect(said.stderr).toContain('het verzoek heeft geen body met XML');
  expect(`${said.stdout}${said.stderr}`).not.toMatch(/\u001b\[31m|^::error/m);
});
