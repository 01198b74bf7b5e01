import type { Contract } from '#contract/contract';
import { refusalIn } from '../answer.ts';
import type { Case, Sent } from '../case.ts';
import type { StreamRequirement } from '../streams/registry.ts';
import type { rejection } from '../requirements/rejection.ts';
import { type Judgement, conforms, deviates, notApplicable } from '../verdict.ts';
import { flawTexts, isZipFlaw } from '../zip-flaws.ts';
import { describeAnswer } from './describe.ts';
import {
  CaseLacks,
  type Judges,
  controlOf,
  firstDeviation,
  ifRefused,
  mustRefuse,
  sentAs,
  wronglyAccepted,
} from './outcome.ts';

const refused = (one: Case): Judgement => {
  const violation = sentAs(one, 'violation');
  return firstDeviation(wronglyAccepted(violation), controlOf(one), mustRefuse(violation));
};

const ifAtAll = (one: Case): Judgement => firstDeviation(controlOf(one), ifRefused(sentAs(one, 'violation')));

const nothingKept = (one: Case): Judgement => {
  if (one.kept === undefined) {
    return notApplicable({
      nl: 'het endpoint laat niet zien wat het bewaart',
      en: 'the endpoint does not show what it keeps',
    });
  }
  const kept = one.kept.filter((number) => !isOfControl(one, number));
  if (kept.length === 0) return conforms;
  const said = kept.join(', ');
  return deviates(
    { nl: 'niets bewaard van de geweigerde aanlevering', en: 'nothing kept of the refused delivery' },
    { nl: `bewaard: ${said}`, en: `kept: ${said}` },
  );
};

/** The first case of a document type sends the valid delivery that the others share, and its number is one of that case. */
const isOfControl = ({ sent }: Case, number: string): boolean =>
  sent.some(({ purpose, exchange }) => purpose === 'control' && Buffer.from(exchange.request.body).includes(number));

const namesElement = ({ answer }: Sent, { service }: Contract): Judgement => {
  if (answer.kind === 'fault' && service.fault === undefined) return untoldByFaults;
  const said = refusalIn(answer);
  const { element } = (answer.kind === 'refused' ? service.answer.failure : service.fault) ?? {};
  const isTold = said !== undefined && said.code !== '' && said.text !== '';
  if (isTold && (element === undefined || said.element !== '')) return conforms;
  const expected =
    element === undefined
      ? { nl: 'een Fault met foutcode en tekst', en: 'a Fault with an error code and a text' }
      : { nl: 'een Fault met foutcode, tekst en element', en: 'a Fault with an error code, a text and the element' };
  return deviates(expected, describeAnswer(answer));
};

const untoldByFaults = notApplicable({
  nl: 'het contract zegt niet waar een Fault zijn foutcode heeft',
  en: 'the contract does not say where a Fault has its error code',
});

/** Each case has one zip with a flaw. */
const flawedZip = (one: Case): Judgement => {
  const flaw = one.sent.map(({ purpose }) => purpose).find(isZipFlaw);
  if (flaw === undefined) throw new CaseLacks('the case has no zip with a flaw');
  const sent = sentAs(one, flaw);
  const judgement = firstDeviation(wronglyAccepted(sent), controlOf(one), mustRefuse(sent));
  if (judgement.kind !== 'deviates') return judgement;
  const [{ nl, en }, { expected, actual }] = [flawTexts[flaw], judgement.deviation];
  return deviates(expected, { nl: `${nl}: ${actual.nl}`, en: `${en}: ${actual.en}` });
};

/** Judges of the deliveries that must be refused. */
export const rejectionJudges: Judges<Omit<typeof rejection, StreamRequirement>> = {
  'rejection.refuses-schema-violation': refused,
  'rejection.refuses-rule-violation': refused,
  'rejection.refuses-damaged-zip': flawedZip,
  'rejection.refuses-misnamed-files': flawedZip,
  'rejection.refuses-ambiguous-zip': flawedZip,
  'rejection.keeps-nothing': (one) => firstDeviation(ifAtAll(one), nothingKept(one)),
  'rejection.names-element': (one, contract) =>
    firstDeviation(ifAtAll(one), refused(one), namesElement(sentAs(one, 'violation'), contract)),
};
