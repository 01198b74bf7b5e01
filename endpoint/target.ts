import { isLoopback } from '#contract/wire/host';
import { ConfigurationError } from './configuration-error.ts';

/** The URL of an endpoint, checked: absolute, http or https, without credentials in it. */
export const parseTarget = (text: string): URL => {
  if (!URL.canParse(text))
    throw new ConfigurationError({
      nl: `Het adres van het endpoint, "${withoutUserInfo(text)}", is geen URL. Schrijf het voluit, zoals https://host/pad.`,
      en: `The endpoint's URL "${withoutUserInfo(text)}" is not a URL. Write it whole, as in https://host/path.`,
    });
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new ConfigurationError({
      nl: `Het adres van het endpoint, "${url.protocol}//…", is niet van HTTP. Begin het met https://.`,
      en: `The endpoint's URL "${url.protocol}//…" is not of HTTP. Begin it with https://.`,
    });
  if (url.username !== '' || url.password !== '')
    throw new ConfigurationError({
      nl: `In het adres van het endpoint op ${url.host} staat een gebruikersnaam of wachtwoord. Haal die eruit, en geef ze apart op.`,
      en: `The endpoint's URL on ${url.host} holds a username or password. Take it out, and set the credentials by themselves.`,
    });
  url.hash = '';
  return url;
};

const withoutUserInfo = (text: string): string => text.replace(/\/\/[^/?#]*@/, '//***@');

/** Whether nobody can read credentials on their way. */
export const isConfidential = (url: URL): boolean => url.protocol === 'https:' || isLoopback(url.hostname);

/** Throws `ConfigurationError` where credentials could be read on their way. */
export const checkConfidential = (url: URL): void => {
  if (isConfidential(url)) return;
  throw new ConfigurationError({
    nl: `Gebruikersnaam en wachtwoord zouden onversleuteld naar ${url.origin} gaan. Gebruik https://; gewone HTTP is alleen voor deze machine.`,
    en: `Credentials would travel unencrypted to ${url.origin}. Use https://; plain HTTP is for this machine only.`,
  });
};

/** A path on the endpoint's own host: `/x`, or `?query` on the endpoint's own path. */
export const resolvePath = (target: URL, path: string | undefined): URL => {
  if (path === undefined) return target;
  if (!/^(?:\?|\/(?![/\\]))/.test(path))
    throw new ConfigurationError({
      nl: `Het pad "${path}" begint niet met één / of ?. Geef een pad op ${target.origin}.`,
      en: `The path "${path}" does not begin with one / or ?. Give a path on ${target.origin}.`,
    });
  return new URL(path, target);
};
