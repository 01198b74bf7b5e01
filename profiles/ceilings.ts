import { isLoopback } from '#contract/wire/host';
import type { Shaped } from '#contract/description/description';
import type { Profile } from './profile.ts';
import { Refusal } from './refusal.ts';
import type { ProfileEntries } from './shape.ts';

/** Most that any profile may ask of an endpoint that is not on this machine. */
const ceilings = { requestsPerSecond: 5, requests: 5000, accepted: 500 } as const;

type Limit = keyof typeof ceilings;

/** Throws `Refusal` for a limit above its ceiling, and for a permission of more than a year; on this machine there are none. */
export const demandCeilings = (shaped: Shaped<ProfileEntries>, endpoint: Profile['endpoint']): void => {
  if (endpoint.kind === 'mock' || isLoopback(new URL(endpoint.url).hostname)) return;
  for (const limit of Object.keys(ceilings) as Limit[]) demandCeiling(shaped, limit);
  demandYear(shaped);
};

const demandCeiling = ({ entries: { limits }, placeOf }: Shaped<ProfileEntries>, limit: Limit): void => {
  const most = ceilings[limit];
  const said = limits[limit] ?? most;
  if (said <= most) return;
  const [key, value, ceiling] = [`limits.${limit}`, String(said), String(most)];
  throw new Refusal(
    { place: placeOf('limits', limit) },
    {
      nl: `${key} is ${value}, en het plafond voor een endpoint buiten deze machine is ${ceiling}`,
      en: `${key} is ${value}, and the ceiling for an endpoint outside this machine is ${ceiling}`,
    },
    { nl: `schrijf ten hoogste ${ceiling}`, en: `write ${ceiling} at most` },
  );
};

const demandYear = ({ entries: { toestemming }, placeOf }: Shaped<ProfileEntries>): void => {
  if (toestemming === undefined) return;
  const { datum, tot } = toestemming;
  const last = aYearAfter(datum);
  if (tot <= last) return;
  throw new Refusal(
    { place: placeOf('toestemming', 'tot') },
    {
      nl: `toestemming.tot is ${tot}, en een toestemming van ${datum} eindigt binnen een jaar`,
      en: `toestemming.tot is ${tot}, and a permission (toestemming) of ${datum} ends within a year`,
    },
    {
      nl: `schrijf ten laatste ${last}, en vraag KOOP daarna opnieuw om toestemming`,
      en: `write ${last} at the latest, and ask KOOP for permission again after that`,
    },
  );
};

/** The same day a year later, or the last of February. */
const aYearAfter = (day: string): string => {
  const later = `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;
  return later.endsWith('-02-29') ? later.replace('-29', '-28') : later;
};
