import type { ExchangeRecorded } from '#evidence/event';
import type { SenderFound, SendersEvent } from '#evidence/senders-event';
import type { StreamFound } from '#evidence/stream-fold';
import type { PlannedCheck } from './plan.ts';

/** What a check comes to by these exchanges alone. */
type JudgeOf = (check: PlannedCheck, isOwn: (exchange: string) => boolean) => StreamFound;

interface Own {
  readonly ids: Set<string>;
  readonly isOther: true | undefined;
  accepted: number;
}

/** Senders that get a verdict of their own. */
const most = 50;

/** Tells the exchanges of named senders apart; who sent the others is not known. */
export const sendersFold = () => {
  const senders = new Map<string, Own>();
  const claims = new Map<string, number>();
  return {
    add: ({ id, answer, inbound }: Pick<ExchangeRecorded, 'id' | 'answer' | 'inbound'>): void => {
      const { sender, claims: username } = inbound?.note ?? {};
      if (username !== undefined) claims.set(username, (claims.get(username) ?? 0) + 1);
      if (sender === undefined) return;
      const own = senders.get(sender) ?? { ids: new Set(), accepted: 0, isOther: inbound?.note?.isOther };
      senders.set(sender, own);
      own.ids.add(id);
      if (answer === 'accepted') own.accepted += 1;
    },
    /** Undefined where one sender alone has the verdict of the recording, and no stranger came. */
    result: (plan: readonly PlannedCheck[], judge: JudgeOf, strangers: number): SendersEvent | undefined => {
      const several = senders.size < 2 ? [] : [...senders].slice(0, most);
      if (several.length === 0 && strangers === 0) return undefined;
      return {
        type: 'senders',
        senders: several.map(([sender, own]) => foundOf({ sender, own }, plan, judge)),
        ...(strangers === 0 ? {} : { strangers }),
        ...(strangers === 0 || claims.size === 0 ? {} : { claims: claimed(claims) }),
      };
    },
  };
};

const claimed = (claims: ReadonlyMap<string, number>): SendersEvent['claims'] =>
  [...claims].map(([username, messages]) => ({ username, messages }));

const foundOf = (
  { sender, own }: { readonly sender: string; readonly own: Own },
  plan: readonly PlannedCheck[],
  judge: JudgeOf,
): SenderFound => {
  const judged = plan.map((check) => ({ check, kind: judge(check, (id) => own.ids.has(id)).judgement.kind }));
  const count = (is: (kind: string) => boolean): number => judged.filter(({ kind }) => is(kind)).length;
  return {
    sender,
    ...(own.isOther === true ? { isOther: own.isOther } : {}),
    messages: own.ids.size,
    accepted: own.accepted,
    passed: count((kind) => kind === 'conforms'),
    open: count((kind) => kind === 'untested' || kind === 'blocked'),
    failed: judged.flatMap(({ check: { requirement, level }, kind }) =>
      kind === 'deviates' ? [{ requirement, level }] : [],
    ),
  };
};
