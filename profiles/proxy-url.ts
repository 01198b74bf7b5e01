import type { ProfileProxy } from './profile.ts';

/** Makes the error of a problem, which follows the name of what holds the address. */
export type Wrong = (problem: string) => Error;

/** Reads the address of a proxy, with credentials or without; throws what `wrong` makes of a problem. */
export const readProxyUrl = (value: string, from: string, wrong: Wrong): ProfileProxy => {
  const text = value.trim();
  if (!URL.canParse(text) || !text.includes('://')) throw wrong(`is no URL; ${form}`);
  const { protocol, hostname, host, pathname, search, hash, username, password } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:')
    throw wrong(`begins with ${protocol}//, and only proxies of http:// and https:// are known; ${form}`);
  if (!/^(?:[\w.-]+|\[.*\])$/.test(hostname)) throw wrong(`names no host; ${form}`);
  if (!/^\/?$/.test(pathname) || search !== '' || hash !== '') throw wrong(`has more behind host and port; ${form}`);
  const hasCredentials = username !== '' || password !== '';
  return {
    url: `${protocol}//${host}`,
    from,
    credentials: hasCredentials ? decoded({ username, password }, wrong) : undefined,
  };
};

const form = 'write it as http://host:port';

const decoded = (
  { username, password }: { readonly username: string; readonly password: string },
  wrong: Wrong,
): ProfileProxy['credentials'] => {
  try {
    return {
      username: decodeURIComponent(username),
      password: password === '' ? undefined : decodeURIComponent(password),
    };
  } catch {
    throw wrong('has a username or password with a % that encodes nothing; write a % in it as %25');
  }
};
