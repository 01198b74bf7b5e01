import type { StreamRequirement } from '../streams/registry.ts';
import type { connection } from '../requirements/connection.ts';
import { type Judgement, conforms, deviates, untested } from '../verdict.ts';
import type { Case, Sent } from '../case.ts';
import { describeAnswer } from './describe.ts';
import { describesItself } from './description.ts';
import {
  CaseLacks,
  type Judges,
  controlOf,
  environmentOf,
  firstDeviation,
  mustAccept,
  mustRefuseCredentials,
  sentAs,
  wronglyAccepted,
} from './outcome.ts';

const alive = (sent: Sent): Judgement => {
  const { answer } = sent;
  if (answer.kind === 'alive') return conforms;
  const expected = { nl: 'het antwoord van IsAlive', en: 'the response of IsAlive' };
  return environmentOf(sent) ?? deviates(expected, describeAnswer(answer));
};

/** What did not answer before either is for another requirement to tell. */
const staysAlive = ({ sent }: Case): Judgement => {
  const first = sent.find(({ purpose }) => purpose === 'alive');
  const later = sent.filter(({ purpose }) => purpose === 'alive-later');
  if (first === undefined || later.length === 0) throw new CaseLacks('the case has no connection tests to compare');
  if (first.answer.kind !== 'alive') return environmentOf(first) ?? neverAlive;
  return firstDeviation(...later.map(alive));
};

const neverAlive = untested({
  nl: 'het endpoint beantwoordde de eerste verbindingstest ook niet (connection.answers-is-alive)',
  en: 'the endpoint did not answer the first connection test either (connection.answers-is-alive)',
});

/** Whatever document type is let in; the last tells why where none is. */
const letsIn = ({ sent }: Case): Judgement => {
  const valid = sent.filter(({ purpose }) => purpose === 'valid');
  const told = valid.find(({ answer }) => answer.kind === 'accepted') ?? valid.at(-1);
  if (told === undefined) throw new CaseLacks('the case has no valid delivery');
  return ofStrangeForm(told) ?? mustAccept(told);
};

const keptOut = (one: Case, sent: Sent): Judgement =>
  firstDeviation(wronglyAccepted(sent), controlOf(one), mustRefuseCredentials(sent), unkept(one, sent));

/** Where we can look: what was refused is not there under its number. */
const unkept = ({ kept = [] }: Case, { exchange }: Sent): Judgement => {
  const body = Buffer.from(exchange.request.body);
  return kept.some((number) => body.includes(number))
    ? deviates(
        { nl: 'niets bewaard van wie niet is toegelaten', en: 'nothing kept of who is not let in' },
        { nl: 'geweigerd, en toch bewaard', en: 'refused, and kept nevertheless' },
      )
    : conforms;
};

/** An answer that says that it went well lets the username in, whatever is wrong with its form; that is for another requirement to tell. */
const ofStrangeForm = ({ answer }: Sent): Judgement | undefined => {
  if (answer.kind !== 'unexpected' || answer.soap !== true || answer.http >= 300) return undefined;
  const { nl, en } = describeAnswer(answer);
  return untested({
    nl: `het endpoint liet de gebruikersnaam toe, maar antwoordt niet zoals het contract zegt (delivery.answers-by-schema): ${nl}`,
    en: `the endpoint let the username in, but does not answer as the contract says (delivery.answers-by-schema): ${en}`,
  });
};

/** Judges of the connection, by requirement. */
export const connectionJudges: Judges<Omit<typeof connection, StreamRequirement>> = {
  'connection.answers-is-alive': (one) => alive(sentAs(one, 'alive')),
  'connection.stays-alive': staysAlive,
  'connection.serves-wsdl': describesItself,
  'connection.accepts-username': letsIn,
  'connection.refuses-wrong-username': (one) => keptOut(one, sentAs(one, 'wrong-username')),
  'connection.refuses-wrong-password': (one) => keptOut(one, sentAs(one, 'wrong-password')),
  'connection.refuses-missing-username': (one) => keptOut(one, sentAs(one, 'no-username')),
};
