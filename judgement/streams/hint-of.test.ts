import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { Finding } from '../finding.ts';
import { createOracle } from '../oracle.ts';
import { hintOf } from './hint-of.ts';
import { messageRequirementOf } from './message-findings.ts';
import { withoutEchoes } from './without-echoes.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const oracle = createOracle(contract);
const text = Buffer.from(contract.files.get('examples/Melding.xml') ?? []).toString();

const findingsOf = (message: string): readonly Finding[] => {
  const opinion = oracle.inspect(Buffer.from(message), { today: '2026-11-29', oin: undefined, mandates: undefined });
  if (opinion.verdict === 'unjudgeable') throw new Error(opinion.reason.en);
  return withoutEchoes([...opinion.findings, ...(opinion.remarks ?? [])], contract);
};

/** What is told as the cause of all that is wrong with a message. */
const causesIn = (message: string): readonly (string | undefined)[] =>
  findingsOf(message)
    .filter((one) => messageRequirementOf(one, contract) !== undefined)
    .map((one) => hintOf(one, messageRequirementOf(one, contract), contract)?.cause.en);

const planafwijking = Buffer.from(
  contract.files.get('examples/OmgevingsvergunningAfhandelingPlanafwijking.xml') ?? [],
).toString();

/** A delivery with geometries of which one has the gml:id of another. */
const withTwice = (own: string, other: string): string =>
  planafwijking.replace(/(?<=<drp:Gml>)[^<]*/, (packed) =>
    Buffer.from(Buffer.from(packed, 'base64').toString().replace(`gml:id="${own}"`, `gml:id="${other}"`)).toString(
      'base64',
    ),
  );

const day = (written: string): string => text.replace(/(?<=<drp:DatumOntvangst>)[^<]*/, written);

test.each<[string, string, RegExp | undefined]>([
  ['a day in the Dutch notation', day('12-02-2024'), /taken over as text/],
  ['a day that is none', day('2024-02-30'), /swapped/],
  ['a dateTime', day('2024-02-12T00:00:00'), /dateTime/],
  ['a day with a zone', day('2024-02-12Z'), /time zone/],
  ['a postcode with a space', text.replace(/(?<=<drp:Postcode>\d{4})/, ' '), /as it stands there/],
  ['a house number with a letter', text.replace(/(?<=<drp:Huisnummer>\d+)/, 'a'), /another field/],
  ['a look-alike space', text.replace('>Woerden<', '>Woerden\u00a0<'), /look the same/],
  ['a blank before the declaration', `\n${text}`, /before the beginning/],
  ['a message that was cut off', text.slice(0, -8), /cut off/],
  ['a NUL', text.replace('Melding brand', 'Melding\0brand'), /control character/],
  ['XML in place of base64', text.replace(/(?<=<drp:InhoudZip>)[^<]*/, '<aanlevering/>'), /as text or XML/],
  [
    'elements in another order',
    text.replace(/(<drp:Referentienummer>[^<]*<\/drp:Referentienummer>)(\s*)(<drp:Titel>[^<]*<\/drp:Titel>)/, '$3$2$1'),
    /another schema/,
  ],
  ['a day that is still to come', day('2099-02-12'), /calendar/],
  [
    'a reference that is left out',
    text.replace(/<drp:Referentienummer>[^<]*<\/drp:Referentienummer>/, ''),
    /mapping leaves it out/,
  ],
  ['JSON', '{"Dossier":{}}', /another format than XML/],
  ['the base64 of the message', Buffer.from(text).toString('base64'), /another format than XML/],
  ['a missing Body', text.replace(/<soap:Body>[^]*<\/soap:Body>/, ''), /not put into the envelope/],
  ['a gml:id that occurs twice', withTwice('toegang', 'terrein'), /begins anew/],
  [
    'a dossier without the operation around it',
    text
      .replace(/<\/?drp:VoegDossierToeEnPubliceer[^>]*>/g, '')
      .replace('<drp:Dossier>', '<drp:Dossier xmlns:drp="http://schemas.koopwrp.nl/2020/01/drp/api/">'),
    /without the element of the operation/,
  ],
  [
    'a request in CDATA',
    text.replace('<soap:Body>', '<soap:Body><![CDATA[').replace('</soap:Body>', ']]></soap:Body>'),
    /as a text/,
  ],
  ['a code in place of a name', text.replace('>Woerden<', '>gm0632<'), /A code/],
  ['an attribute in a namespace', text.replace(' soort=', ' drp:soort='), /another schema/],
  ['fields without a namespace', text.replaceAll('drp:Referentienummer>', 'Referentienummer>'), /another schema/],
  ['an empty reference', text.replace(/(?<=<drp:Referentienummer>)[^<]*/, ''), /field is empty/],
  ['a bare &', text.replace('Melding brand', 'Melding & brand'), /glued/],
])('the cause of %s is its own', (_, message, cause) => {
  expect(causesIn(message)).toEqual([expect.stringMatching(cause ?? /./)]);
});

test.each([
  ['POINT(455690 120350.5)', /latitude before longitude/],
  ['POINT(4.88 52.08)', /map or GPS/],
  ['POINT(4.8812345 52.0821234)', /map or GPS/],
  ['POINT(0 0)', /zeros/],
  ['POINT(543239 6816000)', /another reference system/],
  ['SRID=28992;POINT(120350.5 455690)', /EWKT/],
  ['POINT Z (120350.5 455690 0)', /heights/],
  ['POINT(120350,5 455690)', /notation of a country/],
  ['POINT(120350.5 455690', /put together/],
  ['LINESTRING(120350.5 455690, 120351 455690)', /kind of marker/],
])('of %s the cause is that of the place that it gives', (wkt, cause) => {
  expect(causesIn(text.replace(/<drp:Geometrie>[^<]*/, `<drp:Geometrie>${wkt}`))).toEqual([
    expect.stringMatching(cause),
  ]);
});

test.each([
  ['POINT(120.3505 455.69)', 'Dit lijken kilometers'],
  ['POINT(543239 6816000)', 'EPSG:3857'],
  ['POINT(0 0)', 'lever dan geen geometrie aan'],
  ['POINT(500000 600000)', 'Controleer het stelsel en de volgorde van x en y.'],
])('of %s it is said what it most likely is', (wkt, said) => {
  const [found] = findingsOf(text.replace(/<drp:Geometrie>[^<]*/, `<drp:Geometrie>${wkt}`));
  expect(found?.text.nl).toContain(said);
});
