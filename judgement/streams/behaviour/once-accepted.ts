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

/** A sender that closed its half before the answer may have taken no number. */
const sentOnce: Occasions = (own) =>
  alikeIn(own).flatMap((alike) => {
    const accepted = alike.find(({ came, halfClosedAt }) => came === 'accepted' && halfClosedAt === undefined);
    if (accepted === undefined) return [];
    // Of those that began at the same time, their order says which came later.
    const again = alike.slice(alike.indexOf(accepted) + 1).find(({ from }) => from >= accepted.until);
    if (again === undefined) return [{ exchanges: [accepted.exchange] }];
    const seconds = String(Math.round((again.from - accepted.until) / 1000));
    const after = again.isUntimed === true ? { nl: '', en: '' } : { nl: `${seconds} s `, en: `${seconds} s ` };
    return [
      {
        deviation: {
          nl: `${named(again)} nog eens, ${after.nl}nadat het dossiernummer was gegeven`,
          en: `${named(again)} once more, ${after.en}after the dossier number was given`,
        },
        exchanges: [accepted.exchange, again.exchange],
      },
    ];
  });

/** A delivery with a dossier number is not sent again. */
export const sendsAcceptedOnce = overDeliveries({
  occasions: sentOnce,
  expected: { nl: 'geen nieuwe aanlevering na een dossiernummer', en: 'no other delivery after a dossier number' },
  nothing: { nl: 'er is niets aangenomen', en: 'nothing was accepted' },
});

/** A client that breaks off and tries again at once may be seen to do so in the other order. */
const graceMs = 50;

/** No time-out is shorter: what comes again sooner was not sent because one ran out. */
const shortestTimeoutMs = 1000;

/**
 * Up to when a second one is certainly under way beside it. A sender that breaks off closes its half of the connection first; of
 * one that went away otherwise the moment may be seen once the answer is written alone.
 */
const untilWhen = ({ leftEarly, halfClosedAt, from, until }: Seen): number =>
  halfClosedAt ?? (leftEarly ? Math.min(until, from + shortestTimeoutMs) : until);

/** Of those that are alike the next is the first that can overlap; one that began at the same time may stand before. */
const oneAtATime = amongAlike((alike) =>
  alike.map((one, index) => {
    const around = [alike[index - 1], alike[index + 1]];
    const isOverlapping = (other: Seen | undefined): boolean =>
      other !== undefined && other.from >= one.from && other.from + graceMs < untilWhen(one);
    const isOpen = one.isUntimed === true && alike.length > 1;
    return [one, isOpen ? { open: untimed, exchanges: [one.exchange] } : besides(one, around.find(isOverlapping))];
  }),
);

const besides = (one: Seen, overlapping: Seen | undefined): Shown => {
  if (overlapping === undefined) return { exchanges: [one.exchange] };
  return {
    deviation: {
      nl: `${named(one)} twee keer tegelijk: de tweede begon ${String(overlapping.from - one.from)} ms na de eerste`,
      en: `${named(one)} twice at once: the second began ${String(overlapping.from - one.from)} ms after the first`,
    },
    exchanges: [one.exchange, overlapping.exchange],
  };
};

/** The same delivery is under way once at a time. */
export const waitsForAnswer = overDeliveries({
  occasions: oneAtATime,
  expected: {
    nl: 'dezelfde aanlevering pas weer als de vorige beantwoord of afgebroken is',
    en: 'the same delivery again only once the one before is answered or broken off',
  },
  nothing: { nl: 'er is niets aangeleverd', en: 'nothing was delivered' },
});

/** A medium apart, or a later step of a case, may bear the same number. */
const ownReference: Occasions = (own) => {
  const numbered = own.filter(({ came, said }) => came === 'accepted' && said.reference !== '' && !said.rectifies);
  const keyed = Map.groupBy(numbered, ({ said: { reference, documentType, medium } }) =>
    JSON.stringify([reference, documentType, medium]),
  );
  return [...keyed.values()].map((alike) => {
    const [first] = alike;
    const other = alike.find(({ said }) => said.notice !== first?.said.notice);
    if (first === undefined || other === undefined) return { exchanges: alike.map(({ exchange }) => exchange) };
    return {
      deviation: {
        nl: `${named(first)} voor twee verschillende kennisgevingen: “${first.said.title}” en “${other.said.title}”`,
        en: `${named(first)} for two different notices: “${first.said.title}” and “${other.said.title}”`,
      },
      exchanges: [first.exchange, other.exchange],
    };
  });
};

/** References are not used again. */
export const usesUniqueReferences = overDeliveries({
  occasions: ownReference,
  expected: {
    nl: 'een eigen referentienummer voor elke kennisgeving van een documenttype',
    en: 'a reference of its own for each notice of a document type',
  },
  nothing: {
    nl: 'er is niets aangenomen met een referentienummer',
    en: 'nothing with a reference was accepted',
  },
});
