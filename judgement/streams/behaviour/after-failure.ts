import type { Bilingual } from '#contract/texts/bilingual';
import type { AnyStreamJudge } from '../stream-judge.ts';
import {
  type Occasions,
  type Seen,
  type Shown,
  alikeIn,
  amongAlike,
  named,
  overDeliveries,
  untimed,
} from './over-deliveries.ts';
import type { Came } from './seen-delivery.ts';

/** Each delivery that came to this and that none of its like had been accepted before, with the next of its like. */
const followed = (own: readonly Seen[], came: Came): readonly (readonly [Seen, Seen | undefined])[] =>
  alikeIn(own).flatMap((alike) => {
    const end = alike.findIndex((one) => one.came === 'accepted');
    const open = end === -1 ? alike : alike.slice(0, end);
    return open.flatMap((one, index) => (one.came === came ? [[one, alike[index + 1]] as const] : []));
  });

const again =
  (came: Came, without: (one: Seen) => Bilingual): Occasions =>
  (own) =>
    followed(own, came).map(([one, next]) => ({
      exchanges: [one.exchange],
      ...(next === undefined ? { deviation: without(one), isAbsence: true } : {}),
    }));

const expected: Bilingual = { nl: 'dezelfde aanlevering opnieuw', en: 'the same delivery once more' };

/** A delivery that the endpoint could not handle is sent again. */
export const sendsAgainAfterError = overDeliveries({
  occasions: again('failed', (one) => ({
    nl: `${named(one)} kwam na de storing niet meer`,
    en: `${named(one)} did not come again after the failure`,
  })),
  expected,
  nothing: {
    nl: 'geen aanlevering is met een storing van het endpoint beantwoord (HTTP 500 zonder Fault, 503, 429 of een Fault Server)',
    en: 'no delivery was answered with a failure of the endpoint (HTTP 500 without a Fault, 503, 429 or a Fault Server)',
  },
});

/** A delivery without an answer is sent again. */
export const sendsAgainAfterLostAnswer = overDeliveries({
  occasions: again('lost', (one) => ({
    nl: `${named(one)} kwam niet meer nadat het antwoord verloren ging`,
    en: `${named(one)} did not come again after its answer was lost`,
  })),
  expected,
  nothing: { nl: 'geen antwoord op een aanlevering ging verloren', en: 'no answer to a delivery was lost' },
});

const unrefused: Bilingual = {
  nl: 'geen aanlevering is geweigerd voordat er een zoals zij was aangenomen',
  en: 'no delivery was refused before one like it was accepted',
};

/** Refused as such, and not because it was there already. */
const refusals = (own: readonly Seen[]): readonly Seen[] => {
  const refused = new Set(alikeIn(own).flatMap(refusedFirst));
  return own.filter((one) => refused.has(one));
};

const refusedFirst = (alike: readonly Seen[]): readonly Seen[] => {
  const other = alike.findIndex(({ came }) => came !== 'refused');
  return other < 0 ? alike : alike.slice(0, other);
};

/** The index at which a text was accepted last, by the text. */
const lastAccepted = (own: readonly Seen[], textOf: (one: Seen) => string): ReadonlyMap<string, number> =>
  new Map(
    own.flatMap((one, index) => (one.came === 'accepted' && textOf(one) !== '' ? [[textOf(one), index] as const] : [])),
  );

const titleOf = ({ said }: Seen): string => `“${said.title}”`;
const referenceOf = ({ said }: Seen): string => said.reference;

/** The same notice: what was mended may be its reference, or its title. */
const mended: Occasions = (own) => {
  const [titles, references] = [lastAccepted(own, titleOf), lastAccepted(own, referenceOf)];
  const places = new Map(own.map((one, index) => [one, index]));
  return refusals(own).map((one): Shown => {
    const last = Math.max(titles.get(titleOf(one)) ?? -Infinity, references.get(referenceOf(one)) ?? -Infinity);
    if (last > (places.get(one) ?? -1)) return { exchanges: [one.exchange] };
    return {
      deviation: {
        nl: `${named(one)} is geweigerd en niet verbeterd aangeleverd`,
        en: `${named(one)} was refused, and not delivered mended`,
      },
      isAbsence: true,
      exchanges: [one.exchange],
    };
  });
};

/** A refused message comes again, mended. */
export const mendsAfterRefusal = overDeliveries({
  occasions: mended,
  expected: {
    nl: 'na een weigering dezelfde kennisgeving, verbeterd en aangenomen',
    en: 'after a refusal the same notice, mended and accepted',
  },
  nothing: unrefused,
});

const unmended = amongAlike((alike) => {
  const worded = Map.groupBy(
    alike.filter(({ came }) => came === 'refused'),
    ({ said }) => said.wording,
  );
  // Those refused first are the first of all refused; an exchange whose duration was not kept ends as it begins.
  return [...Map.groupBy(refusedFirst(alike), ({ said }) => said.wording)].flatMap(([wording, first]) => {
    const same = worded.get(wording) ?? [];
    return first.map(
      (one, index) => [one, unmendedBy(one, same[Math.max(index + 1, firstFrom(same, one.until))])] as const,
    );
  });
});

const unmendedBy = (one: Seen, same: Seen | undefined): Shown => {
  if (same === undefined) return { exchanges: [one.exchange] };
  return {
    deviation: {
      nl: `${named(one)} onveranderd opnieuw, en weer geweigerd`,
      en: `${named(one)} once more as it was, and refused again`,
    },
    exchanges: [one.exchange, same.exchange],
  };
};

/** The index of the first that began at a time or later, of deliveries in that order; theirs all where none did. */
const firstFrom = (ordered: readonly Seen[], time: number): number => {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ordered[middle]?.from ?? Infinity) < time) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** A refused message does not come again as it was. */
export const sendsRefusedOnce = overDeliveries({
  occasions: unmended,
  expected: { nl: 'een geweigerd bericht niet onveranderd opnieuw', en: 'no refused message again as it was' },
  nothing: unrefused,
});

/** Timers of a client run a little early or late. */
const graceMs = 50;

const spaced =
  (leastOf: (one: Seen) => number | undefined): Occasions =>
  (own) =>
    alikeIn(own).flatMap((alike) =>
      alike.flatMap((one, index): readonly Shown[] => {
        const [next, least] = [alike[index + 1], leastOf(one)];
        if (next === undefined || least === undefined || one.came === 'accepted') return [];
        if (one.isUntimed === true || next.isUntimed === true) return [{ open: untimed, exchanges: [one.exchange] }];
        const waited = next.from - one.until;
        if (waited + graceMs >= least) return [{ exchanges: [one.exchange] }];
        return [
          {
            deviation: {
              nl: `${named(one)} na ${String(waited)} ms opnieuw, gevraagd: ${String(least)} ms`,
              en: `${named(one)} again after ${String(waited)} ms, asked: ${String(least)} ms`,
            },
            exchanges: [one.exchange, next.exchange],
          },
        ];
      }),
    );

/** An endpoint that asks to wait is waited for. */
export const waitsAfterRetryAfter: AnyStreamJudge = overDeliveries({
  occasions: spaced(({ waitMs }) => waitMs),
  expected: { nl: 'pas na de tijd in Retry-After opnieuw', en: 'again only after the time in Retry-After' },
  nothing: {
    nl: 'geen aanlevering die met Retry-After is beantwoord, kwam opnieuw',
    en: 'no delivery that was answered with Retry-After came again',
  },
});

/** Milliseconds between tries below which an endpoint in trouble gets no rest. */
const restMs = 1_000;

/** Tries are spaced. */
export const spacesRetries: AnyStreamJudge = overDeliveries({
  occasions: spaced(({ came }) => (came === 'failed' ? restMs : undefined)),
  expected: { nl: 'minstens een seconde tussen pogingen', en: 'a second or more between tries' },
  nothing: {
    nl: 'na een storing van het endpoint is niets opnieuw aangeleverd',
    en: 'after a failure of the endpoint nothing was delivered again',
  },
});

/** Milliseconds that a sender has to wait for an answer at least: an endpoint that checks a long notice may take some. */
const patienceMs = 10_000;

/** When the sender gave up: it went away, or it closed its half and delivered the same again before the answer came. */
const gaveUpAt = ({ leftEarly, halfClosedAt, until, likeness }: Seen, own: readonly Seen[]): number | undefined => {
  if (halfClosedAt === undefined) return leftEarly ? until : undefined;
  const isSentAgain = own.some((one) => one.likeness === likeness && one.from >= halfClosedAt && one.from < until);
  return leftEarly || isSentAgain ? halfClosedAt : undefined;
};

const impatient: Occasions = (own) =>
  own
    .map((one) => ({ one, gaveUp: gaveUpAt(one, own) }))
    .filter(({ one, gaveUp }) => gaveUp !== undefined || one.until - one.from >= patienceMs)
    .map(({ one, gaveUp }): Shown => {
      const waited = (gaveUp ?? one.until) - one.from;
      if (waited >= patienceMs) return { exchanges: [one.exchange] };
      return {
        deviation: {
          nl: `${named(one)} na ${String(waited)} ms afgebroken`,
          en: `${named(one)} broken off after ${String(waited)} ms`,
        },
        exchanges: [one.exchange],
      };
    });

/** A sender waits some seconds for an answer. */
export const waitsForSlowAnswer = overDeliveries({
  occasions: impatient,
  expected: {
    nl: 'minstens tien seconden wachten op het antwoord',
    en: 'ten seconds or more of waiting for the answer',
  },
  nothing: {
    nl: 'geen antwoord liet tien seconden op zich wachten',
    en: 'no answer took ten seconds',
  },
});
