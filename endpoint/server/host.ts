import type { Bilingual } from '#contract/texts/bilingual';
import { bareHost, isLoopback } from '#contract/wire/host';
import type { HttpRequest, HttpResponse } from './http-message.ts';
import { textAnswer } from './text-answer.ts';

/** A Host header: a name or address with an optional port, without user information (RFC 9110, section 7.2). */
const form = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{0,5})?$/i;

/** Whether a text is what a Host header may have. */
export const isHost = (text: string): boolean => form.test(text);

/** The origin that a request names; undefined when its Host header names none. */
export const hostOf = ({ headers, client }: HttpRequest): URL | undefined => {
  const host = headers['host'] ?? '';
  const url = `${client === undefined ? 'http' : 'https'}://${host}`;
  return form.test(host) && URL.canParse(url) ? new URL(url) : undefined;
};

/**
 * The refusal of a request that names another host, or none; undefined for a request to this machine. This keeps out a web
 * page whose own name resolves to this machine. Any port is accepted, since ports can be forwarded. `wayOut` ends the text of the refusal.
 */
export const misdirected = (
  request: HttpRequest,
  hostNames: readonly string[],
  wayOut: Bilingual,
): HttpResponse | undefined => {
  const url = hostOf(request);
  if (request.isForSecure === true && request.client === undefined)
    return textAnswer(request)(421, {
      nl: 'Het doel begint met https, en deze verbinding heeft geen TLS.',
      en: 'The target begins with https, and this connection has no TLS.',
    });
  if (url === undefined)
    return textAnswer(request)(400, (request.headers['host'] ?? '') === '' ? noHostText : hostText);
  const name = bareHost(url.hostname);
  if (isLoopback(name) || hostNames.includes(name)) return undefined;
  return textAnswer(request)(421, {
    nl: `Dit endpoint is er alleen voor deze machine: ${wayOut.nl}`,
    en: `This endpoint is for this machine alone: ${wayOut.en}`,
  });
};

/** RFC 9112, 3.2. */
const noHostText: Bilingual = {
  nl: 'Het verzoek noemt geen host, en HTTP/1.1 vraagt dat. Stuur een header Host met de naam uit het adres.',
  en: 'The request names no host, which HTTP/1.1 asks for. Send a Host header with the name in the address.',
};

const hostText: Bilingual = {
  nl: 'De header Host, of het doel als dat een heel adres is, moet één host noemen, zonder gebruiker.',
  en: 'The Host header, or the target where that is a whole address, has to name one host, without a user.',
};
