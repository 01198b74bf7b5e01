import type { Bilingual } from '#contract/texts/bilingual';
import type { ProfileProxy } from './profile.ts';
import { type Cause, Refusal } from './refusal.ts';

/** Where the address of a proxy stands: the key, the variable, or the key with the variable that it names. */
export interface ProxySource extends Cause {
  readonly from: string;
}

/** Reads the address of a proxy, with credentials or without; throws `Refusal`, which does not show it. */
export const readProxyUrl = (value: string, source: ProxySource): ProfileProxy => {
  const text = value.trim();
  if (!URL.canParse(text) || !text.includes('://')) throw unfit(source, 'is geen URL', 'is no URL');
  const { protocol, hostname, host, pathname, search, hash, username, password } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:')
    throw unfit(
      source,
      `begint met ${protocol}//, en 3pas kent alleen proxy's van http:// en https://`,
      `begins with ${protocol}//, and 3pas knows proxies of http:// and https:// only`,
    );
  if (!/^(?:[\w.-]+|\[.*\])$/.test(hostname)) throw unfit(source, 'noemt geen host', 'names no host');
  if (!/^\/?$/.test(pathname) || search !== '' || hash !== '')
    throw unfit(source, 'heeft iets achter host en poort', 'has more behind host and port');
  const hasCredentials = username !== '' || password !== '';
  return {
    url: `${protocol}//${host}`,
    from: source.from,
    credentials: hasCredentials ? decoded({ username, password }, source) : undefined,
  };
};

const form: Bilingual = { nl: 'schrijf http://host:poort', en: 'write http://host:port' };

const unfit = (source: ProxySource, nl: string, en: string): Refusal =>
  new Refusal(source, { nl: `${source.from} ${nl}`, en: `${source.from} ${en}` }, form);

const decoded = (
  { username, password }: { readonly username: string; readonly password: string },
  source: ProxySource,
): ProfileProxy['credentials'] => {
  try {
    return {
      username: decodeURIComponent(username),
      password: password === '' ? undefined : decodeURIComponent(password),
    };
  } catch {
    throw new Refusal(
      source,
      {
        nl: `${source.from} heeft een gebruikersnaam of wachtwoord met een % die geen teken codeert`,
        en: `${source.from} has a username or password with a % that encodes nothing`,
      },
      { nl: 'schrijf een % daarin als %25', en: 'write a % in it as %25' },
    );
  }
};
