import { bareHost } from '#contract/wire/host';
import type { Shaped } from '#contract/description/description';
import { type Lookup, fillIn } from './environment.ts';
import type { ProfileEntries } from './shape.ts';
import { Refusal } from './refusal.ts';
import { shown } from './written.ts';

/** The hosts that the profile lists as test hosts; throws `Refusal` for what is no host by itself. */
export const testHostsOf = ({ entries, placeOf }: Shaped<ProfileEntries>, environment: Lookup): readonly string[] =>
  (entries.testHosts ?? []).flatMap((one, index) =>
    (fillIn(one, environment) ?? '')
      .split(/\s+/)
      .filter((host) => host !== '')
      .map((host) => {
        if (isHost(host)) return bareHost(host);
        const variable = typeof one === 'string' ? undefined : one.env;
        throw new Refusal({ place: placeOf('testHosts', index), variable }, noHost(shown(host)), hostAlone);
      }),
  );

const noHost = (said: string) => ({
  nl: `testHosts noemt ${said}, en dat is geen hostnaam`,
  en: `testHosts names ${said}, and that is no host name`,
});

const hostAlone = {
  nl: 'schrijf de naam zoals die in het adres staat, zonder https://, poort of pad',
  en: 'write the name as it is in the address, without https://, port or path',
};

/** A name in ASCII or an address, and nothing beside it. */
const isHost = (host: string): boolean => {
  const bracketed = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return /^[\w.-]+$|^\[[\da-f:.]+\]$/i.test(bracketed) && URL.canParse(`https://${bracketed}/`);
};
