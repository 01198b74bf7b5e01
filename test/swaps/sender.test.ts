import { afterAll, expect, test } from 'vitest';
import { judgeFile } from '#cli/check/judged-file';
import { readWithoutExamples } from '#contract/reader';
import { createExaminer } from '#endpoint/mock/examine';
import { readAnswer } from '#judgement/answer';
import { createOracle } from '#judgement/oracle';
import { contextOf, opinionsHere } from '#judgement/request-opinion';
import { lookAt } from '#judgement/streams/look';
import { streamJudges } from '#judgement/streams/registry';
import { holder, newSampleKeys, sampleHierarchy, sampleLeaf } from '../samples/certificate-chains.ts';
import { oids } from '../samples/certificates.ts';
import { sampleMessage } from '../samples/delivery.ts';
import { exchangeWith } from '../samples/sent.ts';
import { copyOfShipped } from './folder-copy.ts';
import { serviceSwaps } from './service-swaps.ts';

const copy = copyOfShipped();
serviceSwaps.find(({ name }) => name === 'the authority from the certificate')?.edit(copy);
const contract = readWithoutExamples(copy.directory);
copy.dispose();
const oracle = createOracle(contract);
afterAll(oracle.dispose);

const rule = 'rules.sch#medium-past-bij-soort';
const startedAt = Date.parse('2026-11-23T10:00:00Z');

/** A message that says nowhere for whom it is. */
const message = (medium: string): Uint8Array =>
  Buffer.from(
    Buffer.from(sampleMessage({ medium, referentienummer: medium }))
      .toString()
      .replace(/<d:BevoegdGezag[^]*?<\/d:BevoegdGezag>/, ''),
  );

const keys = await newSampleKeys();
const { tsp } = sampleHierarchy('Sample', keys.authority);
const certificateOf = (organisation: string): string =>
  sampleLeaf(tsp, keys.leaf, { subject: holder({ o: [oids.o, organisation, 'utf8String'] }) }).pem;

const stands = (identity: string | undefined) =>
  contextOf({ startedAt, ...(identity === undefined ? {} : { identity }) }, contract);

/** What a recording of such messages comes to. */
const recorded = (medium: string, identity: string | undefined) => {
  const opinionOf = opinionsHere(contract);
  const request = { method: 'POST', url: 'https://localhost/', headers: {}, body: message(medium) };
  const exchange = exchangeWith({ startedAt, request, ...(identity === undefined ? {} : { identity }) });
  const sent = { purpose: 'valid', exchange, answer: readAnswer(contract, exchange) } as const;
  const looked = lookAt(sent, { kind: 'recording', phase: 2, contract, opinionOf });
  const requirement = 'message.keeps-inferred-rules';
  return streamJudges[requirement].decide([{ exchange: '1', value: looked.values[requirement] }]).judgement;
};

test.each([
  ['Gemeente Woerden', [{ kind: 'gemeente', name: 'Woerden' }]],
  ['waterschap vallei en veluwe', [{ kind: 'waterschap', name: 'Vallei en Veluwe' }]],
  // A municipality and a province.
  ['Utrecht', undefined],
  ['Leverancier B.V.', undefined],
])('the certificate of %s stands for %j', (organisation, mandates) => {
  expect(stands(certificateOf(organisation)).mandates).toEqual(mandates);
});

test('a rule about the sender is judged where one is known, and by nobody where none is', () => {
  const findings = (medium: string, identity: string | undefined) => {
    const opinion = oracle.judge(message(medium), stands(identity));
    if (opinion.verdict === 'unjudgeable') throw new Error(opinion.reason.en);
    return {
      found: opinion.findings.map((one) => one.constraint),
      unseen: opinion.unseen?.map((one) => one.constraint),
    };
  };

  expect(findings('Gemeenteblad', certificateOf('Gemeente Woerden'))).toEqual({ found: [], unseen: undefined });
  expect(findings('Provinciaal blad', certificateOf('Gemeente Woerden'))).toEqual({ found: [rule], unseen: undefined });
  expect(findings('Gemeenteblad', undefined)).toEqual({ found: [], unseen: [rule] });
});

test('a recording leaves a rule about the sender undecided where its certificate says no body', () => {
  const own = certificateOf('Gemeente Woerden');

  expect([recorded('Gemeenteblad', own), recorded('Provinciaal blad', own)]).toMatchObject([
    { kind: 'conforms' },
    { kind: 'deviates' },
  ]);
  expect(recorded('Provinciaal blad', certificateOf('Leverancier B.V.'))).toMatchObject({
    kind: 'untested',
    reason: {
      en: 'nothing says for which body the message was delivered: there is no certificate of an organisation that has the name of one body in the value lists',
    },
  });
});

test('a file names the rules that it was not judged by', async () => {
  const context = { today: '2026-11-23', oin: undefined, mandates: undefined };
  const file = await judgeFile(
    { name: 'f.xml', bytes: message('Provinciaal blad'), kind: 'envelope' },
    { contract, context, phase: undefined, judge: (bytes) => Promise.resolve(oracle.inspect(bytes, context)) },
  );

  expect(file).toMatchObject({ findings: [], unseen: [{ constraint: rule }] });
});

test('the mock refuses nobody by a rule about a sender that it does not know', () => {
  const examiner = createExaminer(contract, 'basic');
  const complaints = (mandates: readonly { kind: string; name: string }[] | undefined) => {
    const examination = examiner.examine(message('Provinciaal blad'), {
      today: '2026-11-23',
      oin: undefined,
      mandates,
    });
    return examination.kind === 'delivery' ? examination.judgement.complaints.map(({ id }) => id) : examination.kind;
  };
  const said = [complaints(undefined), complaints([{ kind: 'gemeente', name: 'Woerden' }])];
  examiner.dispose();

  expect(said).toEqual([[], [rule]]);
});
