import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { answeredWith } from '../../test/samples/sent.ts';
import type { Case, Sent } from '../case.ts';
import { caseJudge } from '../judge.ts';
import { noOpinionYet } from '../request-opinion.ts';
import type { RequirementId } from '../requirements/registry.ts';
import { type StreamRequirement, streamJudges } from '../streams/registry.ts';
import type { Purpose } from '../purpose.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));

const sentAs = (purpose: Purpose, status: number, content: string): Sent =>
  answeredWith(contract, purpose, { status, content });

const response =
  '<d:VoegDossierToeEnPubliceerResponse><d:Dossiernummer>D1</d:Dossiernummer><d:Status>gepubliceerd</d:Status></d:VoegDossierToeEnPubliceerResponse>';
const fault =
  '<s:Fault><faultcode>s:Client</faultcode><faultstring>x</faultstring><detail><d:Fout><d:Code>c</d:Code><d:Omschrijving>o</d:Omschrijving><d:Element>e</d:Element></d:Fout></detail></s:Fault>';

/** What is said of an answer to a violation. */
const judged = (requirement: RequirementId, violation: Sent, kept: readonly string[] = []): string => {
  if (isOverStreams(requirement)) return overStream(requirement, violation);
  const one: Case = { sent: [sentAs('control', 200, response), violation], kept };
  return caseJudge(contract)(requirement, one).kind;
};

const isOverStreams = (requirement: RequirementId): requirement is StreamRequirement =>
  Object.hasOwn(streamJudges, requirement);

/** The same of a stream that has nothing else. */
const overStream = (requirement: StreamRequirement, sent: Sent): string => {
  const value = streamJudges[requirement].look(sent, { contract, phase: 1, opinionOf: noOpinionYet });
  const marks = value === undefined ? [] : [{ exchange: '1-0', value }];
  return streamJudges[requirement].decide(marks).judgement.kind;
};

const formOfFaults = [
  'protocol.answers-fault-with-500',
  'protocol.explains-body-errors-in-detail',
  'protocol.builds-faults-by-the-book',
  'protocol.uses-known-fault-codes',
] as const;

describe('a violation that is accepted', () => {
  test.each([...formOfFaults, 'protocol.faults-in-place-of-response', 'rejection.names-element'] as const)(
    'says nothing about %s',
    (requirement) => {
      expect(judged(requirement, sentAs('violation', 500, fault))).toBe('conforms');
      expect(judged(requirement, sentAs('violation', 200, response))).toBe('not-applicable');
    },
  );

  test('leaves nothing of a refusal behind, since there was none', () => {
    expect(judged('rejection.keeps-nothing', sentAs('violation', 500, fault), ['1'])).toBe('deviates');
    expect(judged('rejection.keeps-nothing', sentAs('violation', 200, response), ['1'])).toBe('not-applicable');
  });

  test('is no refusal after which the delivery could be mended', () => {
    const sent = [sentAs('violation', 200, response), sentAs('mended', 500, fault)];

    expect(caseJudge(contract)('redelivery.accepts-after-refusal', { sent, kept: undefined }).kind).toBe(
      'not-applicable',
    );
  });
});

describe('a violation that is refused', () => {
  test('is asked for no code where the contract does not say where a Fault has one', () => {
    const silent = { ...contract, service: { ...contract.service, fault: undefined } };
    const one = { sent: [sentAs('violation', 500, fault)], kept: undefined, phase: 1 };

    expect(caseJudge(silent)('rejection.names-element', one).kind).toBe('not-applicable');
  });

  test('leaves behind the valid delivery that was sent beside it', () => {
    const [control, violation] = [sentAs('control', 200, response), sentAs('violation', 500, fault)];
    const body = Buffer.from('<Referentie>000080000001</Referentie>');
    const bearing = { ...control, exchange: { ...control.exchange, request: { ...control.exchange.request, body } } };
    const judge = caseJudge(contract)('rejection.keeps-nothing', {
      sent: [bearing, violation],
      kept: ['000080000001'],
      phase: 1,
    });

    expect(judge.kind).toBe('conforms');
  });
});

describe('a Fault and a response in one answer', () => {
  test.each([
    ['the Fault first', fault + response],
    ['the response first', response + fault],
  ])('break the rule that one comes in place of the other, and no rule of the form of Faults: %s', (_, both) => {
    expect(judged('protocol.faults-in-place-of-response', sentAs('violation', 500, both))).toBe('deviates');
    expect(judged('rejection.refuses-schema-violation', sentAs('violation', 500, both))).toBe('deviates');
    expect(formOfFaults.map((requirement) => judged(requirement, sentAs('violation', 500, both)))).toEqual(
      formOfFaults.map(() => 'conforms'),
    );
  });
});

describe('a response with a dossier number under an HTTP status that is no success', () => {
  test.each([302, 400, 500])('is an acceptance, answered with the wrong status: %i', (status) => {
    const valid: Case = { sent: [sentAs('valid', status, response)], kept: undefined };

    expect(caseJudge(contract)('delivery.accepts-valid', valid).kind).toBe('conforms');
    expect(judged('protocol.answers-success-with-2xx', sentAs('valid', status, response))).toBe('deviates');
    expect(judged('rejection.refuses-schema-violation', sentAs('violation', status, response))).toBe('deviates');
  });
});
