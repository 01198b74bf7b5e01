import type { Case } from '#judgement/case';
import type { delivery } from '#judgement/requirements/delivery';
import type { redelivery } from '#judgement/requirements/redelivery';
import type { rejection } from '#judgement/requirements/rejection';
import { type Reply, caseOf, during, http, none, toMessage } from '../replies.ts';
import { accepting, type JudgedCases, refusing, type Replies } from './judged-cases.ts';

/** Cases for the judges of deliveries that must be accepted; those of a stream are all its exchanges. */
export const deliveryCases = (replies: Replies): Readonly<Record<keyof typeof delivery, JudgedCases>> => {
  const { accepted, fault } = replies;
  const two = (first: string, second: string) =>
    caseOf({ valid: [toMessage('a', accepted(first)), toMessage('b', accepted(second))] });
  const asking = (medium: string, status: string) => toMessage(requestFor(medium), accepted('D1', status));
  const on = (date: string, status: string) =>
    toMessage(requestFor('Gemeenteblad', `<d:Datum>${date}</d:Datum>`), accepted('D1', status));
  return {
    'delivery.accepts-valid': accepting(replies, 'valid'),
    'delivery.accepts-each-medium': accepting(replies, 'valid'),
    'delivery.accepts-listed-values': accepting(replies, 'valid'),
    'delivery.accepts-numbers-at-bounds': accepting(replies, 'valid'),
    'delivery.accepts-special-days': accepting(replies, 'valid'),
    'delivery.prepares-without-medium': {
      conforms: [caseOf({ 'without-medium': accepted('D1', 'klaargezet') })],
      deviates: [
        caseOf({ 'without-medium': accepted('D1', 'gepubliceerd') }),
        caseOf({ 'without-medium': accepted('D1', 'iets') }),
        caseOf({ 'without-medium': fault() }),
      ],
      undecided: [caseOf({ 'without-medium': none('timeout') })],
    },
    'delivery.accepts-with-warning': accepting(replies, 'warning'),
    'delivery.keeps-answers-apart': {
      conforms: [
        caseOf({ control: accepted(), violation: fault(), valid: accepted('D2') }),
        caseOf({ control: accepted(), violation: during(5, 9, fault()), valid: during(8, 12, accepted('D2')) }),
      ],
      deviates: [
        caseOf({ control: accepted(), violation: accepted('D2'), valid: fault(), alone: fault() }),
        caseOf({ control: accepted(), violation: accepted('D2'), valid: accepted('D3'), alone: http(400) }),
      ],
      undecided: [
        caseOf({ control: accepted(), violation: accepted('D2'), valid: accepted('D3'), alone: accepted('D4') }),
        caseOf({ control: accepted(), violation: none('timeout'), valid: accepted('D2') }),
        caseOf({ control: accepted(), violation: during(5, 8, fault()), valid: during(8, 12, accepted('D2')) }),
        caseOf({ control: accepted(), violation: during(9, 12, fault()), valid: during(5, 8, accepted('D2')) }),
        caseOf({ control: fault(), violation: fault(), valid: fault() }),
      ],
    },
    'delivery.status-follows-medium': {
      conforms: [
        caseOf({ valid: [asking('Gemeenteblad', 'gepubliceerd'), asking('Gemeenteblad', 'ingepland')] }),
        caseOf({ control: asking('', 'klaargezet') }),
      ],
      deviates: [
        caseOf({ valid: [asking('Gemeenteblad', 'ingepland'), asking('Staatscourant', 'klaargezet')] }),
        caseOf({ 'without-medium': asking('', 'gepubliceerd') }),
        caseOf({ mended: asking('', 'ingepland') }),
      ],
      undecided: [
        caseOf({ valid: asking('', 'onbekend') }),
        caseOf({ violation: asking('Gemeenteblad', 'klaargezet') }),
        caseOf({ valid: fault() }),
      ],
    },
    'delivery.waits-for-publication-date': {
      conforms: [caseOf({ valid: [on('9999-01-01', 'ingepland'), on('1970-01-01', 'gepubliceerd')] })],
      deviates: [caseOf({ valid: [on('9999-01-01', 'ingepland'), on('9999-01-02', 'gepubliceerd')] })],
      undecided: [
        caseOf({ valid: on('1970-01-01', 'gepubliceerd') }),
        caseOf({ valid: on('', 'gepubliceerd') }),
        caseOf({ violation: on('9999-01-01', 'gepubliceerd') }),
      ],
    },
    'delivery.numbers-dossiers-uniquely': {
      conforms: [two('D1', 'D2')],
      deviates: [
        two('D1', 'D1'),
        caseOf({ valid: accepted('D1', 'klaargezet', '<d:Dossiernummer>D2</d:Dossiernummer>') }),
      ],
      undecided: [caseOf({ valid: accepted() }), caseOf({ valid: fault() })],
    },
    'delivery.answers-by-schema': {
      conforms: [caseOf({ valid: accepted() })],
      deviates: [caseOf({ valid: [accepted(), accepted('D2', 'klaargezet', '<d:Meer/>')] })],
      undecided: [caseOf({ valid: fault() })],
    },
    'delivery.is-steady': {
      conforms: [caseOf({ valid: accepted() })],
      deviates: [triedBefore(caseOf({ valid: accepted() })), triedBefore(caseOf({ violation: fault() }))],
      undecided: [caseOf({ valid: fault() }), triedBefore(caseOf({ valid: none('timeout') }))],
    },
  };
};

const requestFor = (medium: string, date = ''): string =>
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
  '<d:VoegDossierToeEnPubliceer xmlns:d="http://schemas.koopwrp.nl/2020/01/drp/api/"><d:Dossier>' +
  (medium === '' ? '' : `<d:Publicatie><d:Medium>${medium}</d:Medium>${date}</d:Publicatie>`) +
  '</d:Dossier></d:VoegDossierToeEnPubliceer></s:Body></s:Envelope>';

const triedBefore = ({ sent, kept }: Case): Case => ({
  sent: sent.map((one) => ({ ...one, tried: [{ exchange: '1-0', came: { nl: 'HTTP 503', en: 'HTTP 503' } }] })),
  kept,
});

const detailOf = (element: string, code = 'c'): string =>
  `<detail><d:Fout><d:Code>${code}</d:Code><d:Omschrijving>o</d:Omschrijving><d:Element>${element}</d:Element></d:Fout></detail>`;

/** Cases for the judges of deliveries that must be refused. */
export const rejectionCases = (replies: Replies): Readonly<Record<keyof typeof rejection, JudgedCases>> => {
  const { accepted, fault } = replies;
  const refused = { control: accepted(), violation: fault() };
  const violating = (names: readonly string[], told: (name: string) => string, code = (_: string) => 'c'): Case => ({
    sent: names.map((name) => ({
      ...fault('s:Client', { parts: detailOf(told(name), code(name)) })('violation'),
      constraint: `dossier.xsd#Dossier/${name}/maxLength`,
    })),
    kept: undefined,
  });
  const coded = (...codes: readonly string[]): Case => ({
    sent: codes.flatMap((code, index) =>
      ['a', 'b', 'c'].map((name) => ({
        ...fault('s:Client', { parts: detailOf(name, code) })('violation'),
        constraint: index === 0 ? `dossier.xsd#Dossier/${name}/maxLength` : `rules.sch#${name}`,
      })),
    ),
    kept: undefined,
  });
  return {
    'rejection.refuses-schema-violation': refusing(replies, 'violation'),
    'rejection.refuses-rule-violation': refusing(replies, 'violation'),
    'rejection.refuses-damaged-zip': refusing(replies, 'zip-wrong-sum'),
    'rejection.refuses-misnamed-files': refusing(replies, 'zip-parent-folder'),
    'rejection.refuses-ambiguous-zip': refusing(replies, 'zip-other-local-name'),
    'rejection.keeps-nothing': {
      conforms: [caseOf(refused, [])],
      deviates: [caseOf(refused, ['1'])],
      undecided: [caseOf(refused), caseOf({ control: accepted(), violation: accepted('D2') }, ['1'])],
    },
    'rejection.tells-elements-apart': {
      conforms: [violating(['a', 'b', 'c', 'd', 'e'], (name) => name)],
      deviates: [violating(['a', 'b', 'c', 'd', 'e'], () => 'a')],
      undecided: [violating(['a', 'b', 'c', 'd'], () => 'a'), violating(['a', 'b', 'c', 'd', 'e'], () => '')],
    },
    'rejection.names-the-element-itself': {
      conforms: [violating(['a', 'b'], (name) => `drp:Dossier/drp:${name.toUpperCase()}`)],
      deviates: [violating(['a', 'b'], () => 'Dossier')],
      undecided: [violating(['a', 'b'], () => '')],
    },
    'rejection.tells-kinds-apart': {
      conforms: [coded('schema', 'rule'), coded('inhoud-ongeldig', 'regel-overtreden')],
      deviates: [
        coded('one', 'one'),
        coded('regel-overtreden', 'bericht-ongeldig'),
        violating(
          Array.from('abcdefgh'),
          () => 'x',
          (name) => name,
        ),
      ],
      undecided: [coded('one'), coded('', '')],
    },
    'rejection.names-element': {
      conforms: [caseOf(refused)],
      deviates: [
        caseOf({ control: accepted(), violation: fault('s:Client', { parts: '' }) }),
        caseOf({ control: accepted(), violation: http(400) }),
      ],
      undecided: [
        caseOf({ control: accepted(), violation: accepted('D2') }),
        caseOf({ control: fault(), violation: fault() }),
      ],
    },
  };
};

/** Cases for the judges of what is delivered more than once. */
export const redeliveryCases = ({
  accepted,
  fault,
}: Replies): Readonly<Record<keyof typeof redelivery, JudgedCases>> => {
  const lost = none('aborted');
  const of = (medium: string, reply: Reply) => toMessage(requestFor(medium), reply);
  const sameCase: JudgedCases = {
    conforms: [caseOf({ valid: accepted(), sibling: accepted('D2') })],
    deviates: [
      caseOf({ valid: accepted(), sibling: fault(), control: accepted('D2') }),
      caseOf({ valid: of('Gemeenteblad', accepted()), sibling: of('Staatscourant', fault()), control: accepted('D2') }),
    ],
    undecided: [
      caseOf({ valid: of('Gemeenteblad', accepted()), sibling: of('Gemeenteblad', fault()), control: accepted('D2') }),
      caseOf({ valid: accepted(), sibling: fault(), control: fault() }),
      caseOf({ valid: fault(), sibling: accepted() }),
      caseOf({ valid: accepted(), sibling: none('timeout'), control: accepted('D2') }),
    ],
  };
  return {
    'redelivery.accepts-after-refusal': {
      conforms: [caseOf({ violation: fault(), mended: accepted() })],
      deviates: [caseOf({ violation: fault(), mended: fault() })],
      undecided: [
        caseOf({ violation: accepted(), mended: fault() }),
        caseOf({ violation: none('reset'), mended: accepted() }),
      ],
    },
    'redelivery.refuses-after-success': {
      conforms: [caseOf({ valid: accepted(), again: fault(), last: http(400) })],
      deviates: [
        caseOf({ valid: accepted(), again: accepted('D2'), last: fault() }),
        caseOf({ valid: accepted(), again: fault(), last: accepted('D2') }),
      ],
      undecided: [
        caseOf({ valid: fault(), again: fault(), last: fault() }),
        caseOf({ valid: accepted(), again: none('timeout'), last: fault() }),
      ],
    },
    'redelivery.refuses-after-others': {
      conforms: [caseOf({ control: accepted(), filler: accepted('D2'), later: fault() })],
      deviates: [caseOf({ control: accepted(), later: accepted('D2') })],
      undecided: [
        caseOf({ control: fault(), later: fault() }),
        caseOf({ control: accepted(), later: none('timeout') }),
      ],
    },
    'redelivery.accepts-another-case': {
      conforms: [caseOf({ control: accepted(), sibling: accepted('D2') })],
      deviates: [caseOf({ control: accepted(), sibling: fault(), valid: accepted('D2') })],
      undecided: [
        caseOf({ control: accepted(), sibling: fault(), valid: fault() }),
        caseOf({ control: fault(), sibling: accepted() }),
      ],
    },
    'redelivery.accepts-another-medium': sameCase,
    'redelivery.accepts-another-document-type': sameCase,
    'redelivery.survives-lost-answer': {
      conforms: [
        caseOf({ lost, again: fault(), last: fault() }),
        caseOf({ lost, again: accepted('D1'), last: accepted('D1') }),
      ],
      deviates: [
        caseOf({ lost, again: accepted('D1'), last: accepted('D2') }),
        caseOf({ lost, again: accepted('D1'), last: fault() }, ['1', '2']),
      ],
      undecided: [caseOf({ lost, again: none('timeout'), last: fault() })],
    },
  };
};
