import type { Case, Sent } from '../case.ts';
import type { delivery } from '../requirements/delivery.ts';
import type { StreamRequirement } from '../streams/registry.ts';
import { apartBy } from '../together.ts';
import { type Judgement, conforms, deviates, notApplicable, untested } from '../verdict.ts';
import { describeAnswer } from './describe.ts';
import { type Judges, controlOf, environmentOf, firstDeviation, mustAccept, mustRefuse, sentAs } from './outcome.ts';

const prepared = (sent: Sent): Judgement => {
  const accepted = mustAccept(sent);
  if (accepted.kind !== 'conforms') return accepted;
  if (sent.answer.kind === 'accepted' && sent.answer.status === 'prepared') return conforms;
  return deviates(
    { nl: 'aangenomen en alleen klaargezet', en: 'accepted and only prepared (klaargezet)' },
    describeAnswer(sent.answer),
  );
};

/** What is accepted by itself as well is for another requirement to tell. */
const keptApart = (one: Case): Judgement => {
  const sent = sentAs(one, 'violation');
  if (sent.answer.kind !== 'accepted') {
    const apart = apartBy(sent, sentAs(one, 'valid'));
    return firstDeviation(controlOf(one), mustRefuse(sent), apart && notApplicable(apart));
  }
  const alone = sentAs(one, 'alone');
  if (alone.answer.kind === 'accepted') return alwaysAccepted;
  return environmentOf(alone) ?? mustRefuse(sent);
};

const alwaysAccepted = untested({
  nl: 'de foute aanlevering wordt ook aangenomen als zij alleen komt',
  en: 'the wrong delivery is accepted when it comes alone too',
});

/** Judges of the deliveries that must be accepted. */
export const deliveryJudges: Judges<Omit<typeof delivery, StreamRequirement>> = {
  'delivery.accepts-valid': (one) => mustAccept(sentAs(one, 'valid')),
  'delivery.accepts-each-medium': (one) => mustAccept(sentAs(one, 'valid')),
  'delivery.accepts-listed-values': (one) => mustAccept(sentAs(one, 'valid')),
  'delivery.accepts-numbers-at-bounds': (one) => mustAccept(sentAs(one, 'valid')),
  'delivery.accepts-special-days': (one) => mustAccept(sentAs(one, 'valid')),
  'delivery.keeps-answers-apart': keptApart,
  'delivery.prepares-without-medium': (one) => prepared(sentAs(one, 'without-medium')),
  'delivery.accepts-with-warning': (one) => mustAccept(sentAs(one, 'warning')),
};
