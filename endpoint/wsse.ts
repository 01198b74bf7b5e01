import { passwordPlaceholder, usernamePlaceholder } from '#contract/wire/placeholders';
import { escapeText } from '#xml/serialize';
import { element, type XmlElement } from '#xml/tree';
import type { Credentials } from './credentials.ts';
import { losslessText } from './encoding.ts';
import { disguised } from './secrets/pattern.ts';

/** Namespace and password type of WS-Security 1.0 and its UsernameToken Profile 1.0. */
export const wsseNamespace = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
export const passwordTextType =
  'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText';

const soapNamespace = 'http://schemas.xmlsoap.org/soap/envelope/';

/** The header block with placeholders, which the client fills in just before the wire. */
export const securityHeader = (withPassword = true): XmlElement => {
  const username = element(wsseNamespace, 'Username', [usernamePlaceholder]);
  const type = { name: 'Type', namespace: '', value: passwordTextType };
  const password = element(wsseNamespace, 'Password', [passwordPlaceholder], [type]);
  const token = element(wsseNamespace, 'UsernameToken', withPassword ? [username, password] : [username]);
  const mustUnderstand = { name: 'mustUnderstand', namespace: soapNamespace, value: '1' };
  return element(wsseNamespace, 'Security', [token], [mustUnderstand]);
};

/** The message with credentials in the place of the placeholders, in its own encoding; other bytes stay as they are. */
export const fillIn = (message: Uint8Array, credentials: Credentials): Uint8Array => {
  const { text, inline, toBytes } = losslessText(message);
  const put = (value: string) => (_match: string, offset: number, whole: string) =>
    inline(asCharacterData(value, whole, offset));
  const filled = text.replace(usernames, put(credentials.username)).replace(passwords, put(credentials.password ?? ''));
  return filled === text ? message : toBytes(filled);
};

/** Whether credentials would be filled in where who made the message wants them. */
export const bearsPlaceholders = (message: Uint8Array): boolean => {
  const { text } = losslessText(message);
  return text.search(usernames) >= 0 || text.search(passwords) >= 0;
};

/** A message may write the placeholders with character references. */
const usernames = new RegExp(disguised(usernamePlaceholder), 'gu');
const passwords = new RegExp(disguised(passwordPlaceholder), 'gu');

/** Inside CDATA nothing can be escaped, so the section is interrupted. */
const asCharacterData = (value: string, whole: string, offset: number): string => {
  const inCdata = whole.lastIndexOf('<![CDATA[', offset) > whole.lastIndexOf(']]>', offset);
  return inCdata ? `]]>${escapeText(value)}<![CDATA[` : escapeText(value);
};
