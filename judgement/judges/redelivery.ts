import type { Contract } from '#contract/contract';
import type { Case, Sent } from '../case.ts';
import type { redelivery } from '../requirements/redelivery.ts';
import { type Judgement, blocked, conforms, deviates, notApplicable } from '../verdict.ts';
import { deliveredIn } from '../delivered.ts';
import { describeAnswer } from './describe.ts';
import {
  type Judges,
  controlOf,
  environmentOf,
  firstDeviation,
  ifRefused,
  isRefusal,
  mustAccept,
  mustRefuse,
  sentAs,
  sentSince,
} from './outcome.ts';

/** A first step that did not go as the case needs leaves nothing to judge. */
const given = (judgement: Judgement, sent: Sent): Judgement | undefined => {
  if (judgement.kind === 'conforms') return undefined;
  const { nl, en } = describeAnswer(sent.answer);
  return blocked({ nl: `de eerste aanlevering liep anders: ${nl}`, en: `the first delivery went another way: ${en}` });
};

/** A violation that is accepted leaves nothing to mend: that is for the topic rejection to say. */
const afterRefusal = (one: Case): Judgement => {
  const first = sentAs(one, 'violation');
  return ifRefused(first) ?? given(mustRefuse(first), first) ?? mustAccept(sentAs(one, 'mended'));
};

const afterSuccess = (one: Case): Judgement => {
  const first = sentAs(one, 'valid');
  return firstDeviation(
    given(mustAccept(first), first),
    mustRefuse(sentAs(one, 'again')),
    sentSince(one, 'last', mustRefuse),
  );
};

const afterOthers = (one: Case): Judgement => {
  const first = sentAs(one, 'control');
  return given(mustAccept(first), first) ?? mustRefuse(sentAs(one, 'later'));
};

/** Where it is refused under a number of its own as well, the case that it belongs to is not the reason; nor is it where both say the same. */
const sameCase = (one: Case, contract: Contract): Judgement => {
  const first = sentAs(one, 'valid');
  const second = sentAs(one, 'sibling');
  if (second.answer.kind === 'accepted') return given(mustAccept(first), first) ?? conforms;
  return firstDeviation(
    given(mustAccept(first), first),
    controlOf(one),
    alike(contract, first, second),
    mustAccept(second),
  );
};

/** Of two deliveries that are one by the contract nobody is to accept the second. */
const alike = (contract: Contract, ...both: readonly [Sent, Sent]): Judgement | undefined => {
  const [first, second] = both.map(({ exchange }) => deliveredIn(contract, exchange.request.body));
  if (first === undefined || first.likeness !== second?.likeness) return undefined;
  return notApplicable({
    nl: 'beide aanleveringen zijn volgens het contract dezelfde',
    en: 'both deliveries are the same by the contract',
  });
};

/** Where a delivery of another title is refused as well, the title is not the reason. */
const anotherCase = (one: Case): Judgement => {
  const first = sentAs(one, 'control');
  const second = sentAs(one, 'sibling');
  if (second.answer.kind === 'accepted') return given(mustAccept(first), first) ?? conforms;
  const other = sentAs(one, 'valid');
  return firstDeviation(given(mustAccept(first), first), given(mustAccept(other), other), mustAccept(second));
};

/** The client hung up before the answer; the repetition is a duplicate, or is given one number and no more. */
const lostAnswer = (one: Case): Judgement => {
  const again = sentAs(one, 'again');
  const last = sentAs(one, 'last');
  return firstDeviation(environmentOf(again), environmentOf(last), oneDossier(again, last), keptOnce(one));
};

const oneDossier = ({ answer: again }: Sent, { answer: last }: Sent): Judgement => {
  const expected = {
    nl: 'een dubbele aanlevering geweigerd, of één en hetzelfde dossiernummer',
    en: 'a duplicate refused, or one and the same dossier number',
  };
  if (again.kind !== 'accepted' && !isRefusal(again)) return deviates(expected, describeAnswer(again));
  if (isRefusal(last)) return conforms;
  const same = again.kind === 'accepted' && last.kind === 'accepted' && again.dossierNumber === last.dossierNumber;
  return same ? conforms : deviates(expected, describeAnswer(last));
};

/** Where we can look: what was lost on the way back may have become a dossier of its own. */
const keptOnce = ({ kept = [] }: Case): Judgement =>
  kept.length <= 1
    ? conforms
    : deviates(
        { nl: 'hoogstens één dossier', en: 'one dossier at most' },
        { nl: `${String(kept.length)} dossiers bewaard`, en: `${String(kept.length)} dossiers kept` },
      );

/** Judges of what is delivered more than once. */
export const redeliveryJudges: Judges<typeof redelivery> = {
  'redelivery.accepts-after-refusal': afterRefusal,
  'redelivery.refuses-after-success': afterSuccess,
  'redelivery.refuses-after-others': afterOthers,
  'redelivery.survives-lost-answer': lostAnswer,
  'redelivery.accepts-another-case': anotherCase,
  'redelivery.accepts-another-medium': sameCase,
  'redelivery.accepts-another-document-type': sameCase,
};
