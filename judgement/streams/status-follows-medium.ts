import { conforms, deviates, notApplicable } from '../verdict.ts';
import type { Sent } from '../case.ts';
import { describeAnswer } from '../judges/describe.ts';
import { deliveredValue } from './delivered-values.ts';
import { eachExchange } from './each-exchange.ts';
import type { Around } from './stream-judge.ts';
import type { Judgement } from '../verdict.ts';

/** A status that the contract does not know is for the schema to tell of. */
const judge = (sent: Sent, { contract }: Around): Judgement => {
  const medium = deliveredValue(sent, contract, 'medium');
  if (medium === undefined || sent.answer.kind !== 'accepted') return noDelivery;
  const { status } = sent.answer;
  if (status === 'unknown') return noStatus;
  const isPrepared = status === 'prepared';
  if (isPrepared === (medium === '')) return conforms;
  return deviates(isPrepared ? expected.published : expected.prepared, describeAnswer(sent.answer));
};

const expected = {
  published: {
    nl: 'gepubliceerd of ingepland, want er is een medium gevraagd',
    en: 'published or scheduled, since a medium was asked for',
  },
  prepared: {
    nl: 'alleen klaargezet, want er is geen medium gevraagd',
    en: 'only prepared (klaargezet), since no medium was asked for',
  },
};

const noDelivery = notApplicable({
  nl: 'dit is geen aangenomen aanlevering',
  en: 'this is no delivery that was accepted',
});

const noStatus = notApplicable({
  nl: 'het antwoord heeft geen status die het contract kent',
  en: 'the answer has no status that the contract knows',
});

/** The status of a dossier is the requested one. */
export const statusFollowsMedium = eachExchange(judge);
