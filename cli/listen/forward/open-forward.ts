import type { ForwardedTo } from '#evidence/forwarded-to';
import { openTarget } from '../../run/target.ts';
import type { Signals } from '../../signals.ts';
import { tellAside } from '../../tell.ts';
import { type Forwarder, type Forwarding, openForwarder } from './forwarder.ts';
import type { PlannedForward } from './plan-forward.ts';

/** The way to an endpoint that messages go on to, which is open until it is closed. */
export interface OpenForward {
  readonly forwarder: Forwarder;
  readonly to: ForwardedTo;
  /** Resolves when an embedded endpoint ends by itself; never for another. */
  readonly ended: Promise<Error>;
  /** Waits for what is under way; a signal gives that up, and leaves it recorded as lost. */
  readonly settle: (signals: Signals) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the way, and the embedded endpoint where the profile is of that; undefined where nothing goes on. */
export const openForward = async (
  forward: PlannedForward | undefined,
  { journal, answers, used }: Pick<Forwarding, 'journal' | 'answers' | 'used'>,
): Promise<OpenForward | undefined> => {
  if (forward === undefined) return undefined;
  const { planned, remark, days } = forward;
  const { contract } = planned;
  const target = await openTarget(planned);
  const { url, profile, asked, language, limits } = target.config;
  if (remark !== undefined) tellAside(`3pas: ${remark[language]}\n`);
  const forwarder = openForwarder({ contract, config: target.config, journal, answers, used, days });
  return {
    forwarder,
    to: { profile, asked: asked.profile, url, requests: limits.requests, accepted: limits.accepted },
    ended: target.ended,
    settle: async (signals) => {
      if (forwarder.underWay() > 0) tellAside(`3pas: ${waiting[language]}\n`);
      signals.to(() => void forwarder.hurry());
      await forwarder.close();
    },
    close: async () => {
      await forwarder.hurry();
      await target.stop();
    },
  };
};

const waiting = {
  nl: 'wacht nog op antwoord van het endpoint; nog eens Ctrl-C stopt dat',
  en: 'still waiting for an answer of the endpoint; another Ctrl-C stops that',
} as const;
