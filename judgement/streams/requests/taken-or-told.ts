import { receiverActor } from '#contract/wire/receiver-actor';
import type { Bilingual } from '#contract/texts/bilingual';
import { shortly, visible } from '#contract/texts/visible';
import { type Answer, refusalIn } from '../../answer.ts';
import type { Sent } from '../../case.ts';
import { blocked, conforms, deviates, untested } from '../../verdict.ts';
import { type AnyStreamJudge, type Around, type Mark, type StreamJudgement, sealed } from '../stream-judge.ts';

/** What became of a message, as far as it was up to its system. */
type Got =
  | 'taken'
  /** Refused, and a finding or the answer itself says why. */
  | 'told'
  /** Refused, and no finding says why. */
  | 'untold'
  /** It did not come as far as a message. */
  | 'unheard';

/** A message as this judge keeps it, with what its refusal said. */
interface Refused {
  readonly got: Got;
  readonly said: string;
}

/** The net below all other judges: a refusal that no finding explains is a finding itself, and a system of which nothing was taken has no verdict. */
export const takenOrTold = (others: readonly AnyStreamJudge[]): AnyStreamJudge =>
  sealed<Refused>({
    look: (sent, around) => {
      const got = gotOf(sent, around, others);
      return got && { got, said: got === 'untold' || got === 'unheard' ? saidIn(sent.answer) : '' };
    },
    decide,
  });

/** Why a message, by its mark, is not in order although nothing was found in it; undefined where it may be. */
export const whyNotInOrder = (mark: unknown): Bilingual | undefined => {
  const { got, said } = mark as Refused;
  if (got === 'unheard' && said !== '') return noAccess(said);
  return got === 'untold' || got === 'unheard' ? open[got] : undefined;
};

const open: Readonly<Record<'untold' | 'unheard', Bilingual>> = {
  untold: {
    nl: 'het is geweigerd, en geen bevinding zegt waarom',
    en: 'it was refused, and no finding says why',
  },
  unheard: { nl: 'er kwam geen bericht binnen', en: 'no message came in' },
};

const noAccess = (status: string): Bilingual => ({
  nl: `toegang is geweigerd (${status}), en het bericht is niet gelezen`,
  en: `access was refused (${status}), and the message was not read`,
});

const saidIn = (answer: Answer): string => {
  if (answer.kind === 'fault') return answer.fault.detail?.text ?? answer.fault.text;
  if (answer.kind === 'refused') return answer.refusal.text;
  return 'http' in answer ? `HTTP ${String(answer.http)}` : '';
};

const gotOf = (sent: Sent, around: Around, others: readonly AnyStreamJudge[]): Got | undefined => {
  const { exchange, answer } = sent;
  if (isUnheard(sent)) return 'unheard';
  if (isOfReceiver(exchange)) return undefined;
  if (answer.kind === 'accepted' || answer.kind === 'alive') return 'taken';
  if (!isRefusal(sent)) return undefined;
  // The message was taken before: to send it again after a lost answer is right.
  if (refusalIn(answer)?.code === around.contract.errorCodes.duplicate.code) return 'told';
  return others.some((judge) => isBroken(judge, sent, around)) ? 'told' : 'untold';
};

/** No connection came about, or no access was given: a message was not read. */
const isUnheard = ({ exchange: { request, inbound }, answer }: Sent): boolean => {
  const fate = inbound?.end?.fate;
  if (fate === 'handshake-failed' || fate === 'not-http') return true;
  return request.method === 'POST' && answer.kind === 'http-error' && (answer.http === 401 || answer.http === 403);
};

/** Whether what came of it is the receiver's doing, or it is no message. */
const isOfReceiver = ({ request, inbound }: Sent['exchange']): boolean =>
  request.method !== 'POST' ||
  inbound?.note?.played !== undefined ||
  inbound?.end?.fate === 'no-room' ||
  inbound?.end?.fate === 'server-failed';

/** Of the message: not for a limit of the receiver's own, and not since the endpoint could not handle it. */
const isRefusal = ({ answer }: Sent): boolean => {
  if (answer.kind === 'fault')
    return !/^Server(?:\.|$)/.test(answer.fault.code) && answer.fault.actor !== receiverActor;
  return answer.kind === 'refused' || (answer.kind === 'http-error' && answer.http < 500 && answer.http !== 429);
};

const isBroken = ({ look, decide: decideOn }: AnyStreamJudge, sent: Sent, around: Around): boolean => {
  const value = look(sent, around);
  return value !== undefined && decideOn([{ exchange: '', value }]).judgement.kind === 'deviates';
};

const decide = (unordered: readonly Mark<Refused>[]): StreamJudgement => {
  const marks = [...unordered].sort((one, other) => (one.exchange < other.exchange ? -1 : 1));
  const taken = marks.some(({ value }) => value.got === 'taken');
  const refused = marks.filter(({ value }) => value.got !== 'taken');
  const untold = refused.filter(({ value }) => value.got === 'untold');
  if (!taken && refused.length > 0)
    return { judgement: blocked(accessRefused(refused) ?? nothingTaken(refused.length)), shown: shownOf(refused) };
  const [first] = untold;
  if (first === undefined) return { judgement: taken ? conforms : untested(nothingSent), shown: [] };
  return { judgement: deviates(expected, noReason(first.value.said, untold.length)), shown: shownOf(untold) };
};

const shownOf = (marks: readonly Mark<Refused>[]): readonly string[] =>
  marks.slice(0, mostShown).map(({ exchange }) => exchange);

/** Exchanges that are shown. */
const mostShown = 5;

/** Characters of what a refusal said. */
const mostSaid = 300;

const expected: Bilingual = { nl: 'een bericht dat wordt aangenomen', en: 'a message that is taken' };

const nothingTaken = (count: number): Bilingual => ({
  nl: `niet één bericht is aangenomen (geweigerd: ${String(count)})`,
  en: `not one message was taken (refused: ${String(count)})`,
});

/** Where nobody was let in, which says nothing of the messages; undefined where it was otherwise for one of them. */
const accessRefused = (refused: readonly Mark<Refused>[]): Bilingual | undefined => {
  const statuses = [...new Set(refused.map(({ value: { got, said } }) => (got === 'unheard' ? said : '')))].toSorted();
  if (statuses.includes('')) return undefined;
  const [count, all] = [String(refused.length), statuses.join(', ')];
  return {
    nl: `toegang is telkens geweigerd (${count} keer ${all}), en geen bericht is gelezen: gebruikersnaam en wachtwoord of certificaat werden niet aanvaard`,
    en: `access was refused each time (${count} times ${all}), and no message was read: username and password or certificate were not accepted`,
  };
};

const noReason = (text: string, count: number): Bilingual => {
  const said = shortly(visible(text), mostSaid);
  return {
    nl: `geweigerd, en geen andere bevinding zegt waarom (${String(count)}): ${said}`,
    en: `refused, and no other finding says why (${String(count)}): ${said}`,
  };
};

const nothingSent: Bilingual = { nl: 'er is geen bericht gestuurd', en: 'no message was sent' };
