import type { Case } from '../case.ts';
import type { StreamRequirement } from '../streams/registry.ts';
import type { robustness } from '../requirements/robustness.ts';
import { type Judgement, conforms, deviates } from '../verdict.ts';
import { describeAnswer } from './describe.ts';
import {
  type Judges,
  acceptance,
  controlOf,
  firstDeviation,
  mustAccept,
  mustAcceptAsControl,
  mustRefuse,
  refusal,
  sentAs,
} from './outcome.ts';

/** Refused in any way, a broken connection included, and a valid delivery is accepted before and after it. */
const withstands = (one: Case): Judgement => firstDeviation(controlOf(one), struck(one), stillWorks(one));

/** Between two answers, none in time is the doing of the message and not of the environment. */
const struck = (one: Case): Judgement => {
  const attack = sentAs(one, 'attack');
  const failure = attack.answer.kind === 'none' ? attack.answer.failure.kind : undefined;
  if (failure === 'reset' || failure === 'truncated') return conforms;
  return failure === 'timeout' ? deviates(refusal, describeAnswer(attack.answer)) : mustRefuse(attack);
};

/** An endpoint that is gone after the attack is one that did not withstand it; a delivery that we or a proxy held back tells nothing. */
const stillWorks = (one: Case): Judgement => {
  const afterwards = sentAs(one, 'afterwards');
  const { answer } = afterwards;
  const isGone = answer.kind === 'none' && !neverArrived.has(answer.failure.kind);
  return isGone ? deviates(acceptance, describeAnswer(answer)) : mustAccept(afterwards);
};

const neverArrived: ReadonlySet<string> = new Set(['budget', 'aborted', 'proxy']);

/** A word that stands in the file the external entity points to. */
const externalEntityMark = 'root:';

const discloses = (one: Case): Judgement => {
  const { exchange } = sentAs(one, 'attack');
  const body = 'response' in exchange.outcome ? Buffer.from(exchange.outcome.response.body).toString('utf8') : '';
  if (!body.includes(externalEntityMark)) return conforms;
  const expected = { nl: 'niets van het bestand in het antwoord', en: 'nothing of the file in the answer' };
  return deviates(expected, {
    nl: 'het antwoord toont inhoud van het bestand',
    en: 'the answer shows content of the file',
  });
};

/** Judges of odd, long and hostile messages. */
export const robustnessJudges: Judges<Omit<typeof robustness, StreamRequirement>> = {
  'robustness.takes-odd-text': (one) => mustAcceptAsControl(one, sentAs(one, 'valid')),
  'robustness.takes-every-letter': (one) => mustAcceptAsControl(one, sentAs(one, 'valid')),
  'robustness.takes-longest-texts': (one) => mustAcceptAsControl(one, sentAs(one, 'valid')),
  'robustness.takes-long-content': (one) => mustAcceptAsControl(one, sentAs(one, 'valid')),
  'robustness.refuses-deep-nesting': withstands,
  'robustness.refuses-document-type-declaration': withstands,
  'robustness.refuses-entity-expansion': withstands,
  'robustness.refuses-external-entity': (one) => firstDeviation(discloses(one), withstands(one)),
  'robustness.refuses-zip-bomb': withstands,
};
