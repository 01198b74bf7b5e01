import { isLoopback } from '#contract/wire/host';
import type { Bilingual } from '#contract/texts/bilingual';
import { hostOf } from '../server/host.ts';
import { textAnswer } from '../server/text-answer.ts';
import { plainText, type HttpRequest, type HttpResponse } from '../server/http-message.ts';
import type { MockParts } from './parts.ts';
import type { ReceivedDelivery, Stored } from './registry.ts';
import type { Target } from '../server/request-target.ts';

/** Where a person or a test looks at what came in. */
export const controlPath = '/_mock/';

/** Undefined for a path that is not the control's. It answers this machine only, also when a web page elsewhere asks. */
export const serveControl = (parts: MockParts, request: HttpRequest, target: Target): HttpResponse | undefined => {
  if (`${target.path}/` === controlPath) return plainText(308, controlPath, { location: controlPath });
  if (!target.path.startsWith(controlPath)) return undefined;
  if (!isForHere(request)) return textAnswer(request)(403, hereText);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return textAnswer(request)(405, lookText, { allow: 'GET, HEAD' });
  const [first = '', ...rest] = target.path.slice(controlPath.length).split('/');
  if (first === '') return plainText(302, 'What was received is listed.', { location: `${controlPath}ontvangen` });
  if (first === 'aantallen') return json({ ...parts.registry.counts(), most: parts.registry.bounds });
  const found =
    first !== 'ontvangen'
      ? undefined
      : rest.length === 0
        ? json(parts.registry.list(wantedBy(target)).slice(-mostListed))
        : file(parts, rest);
  return found ?? textAnswer(request)(404, missingText);
};

const isForHere = (request: HttpRequest): boolean =>
  isLoopback(request.peer) && isLoopback(hostOf(request)?.hostname ?? '');

/** Said to who is elsewhere, and to who wants to change what is there to look at. */
export const hereText: Bilingual = { nl: 'Alleen voor deze machine.', en: 'Only for this machine.' };
export const lookText: Bilingual = { nl: 'Alleen om te bekijken.', en: 'Only to look.' };

const missingText: Bilingual = {
  nl: 'Dat bericht is er niet, of zijn bytes hebben plaats gemaakt voor nieuwere.',
  en: 'There is no such message, or its bytes have made way for newer ones.',
};

/** Newest messages that one answer lists. */
const mostListed = 1000;

/** `?outcome=accepted` and `?reference=part` narrow the list; several references are alternatives. */
const wantedBy = ({ query }: Target): ((one: Pick<ReceivedDelivery, 'outcome' | 'reference'>) => boolean) => {
  const outcome = query.get('outcome');
  const references = query.getAll('reference');
  return (one) =>
    (outcome === null || one.outcome === outcome) &&
    (references.length === 0 || references.some((part) => one.reference?.includes(part) === true));
};

/** `<id>/request.xml`, or `<id>/inhoud/<file name>`. */
const file = ({ registry }: MockParts, [id = '', kind, ...names]: readonly string[]): HttpResponse | undefined => {
  const stored = /^\d{1,15}$/.test(id) ? registry.stored(Number(id)) : undefined;
  if (stored === undefined) return undefined;
  if (kind === 'request.xml' && names.length === 0) return download(stored.request);
  return kind === 'inhoud' ? contentFile(stored, names.join('/')) : undefined;
};

const contentFile = ({ files }: Stored, encoded: string): HttpResponse | undefined => {
  const found = files.find(({ name }) => encodeURIComponent(name.toWellFormed()) === encoded || name === encoded);
  return found && download(found.bytes);
};

/** What came from the other side is saved, never shown: a browser would run what is in it. */
const download = (body: Uint8Array): HttpResponse => ({
  status: 200,
  headers: { ...safely, 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' },
  body,
});

const json = (value: unknown): HttpResponse => ({
  status: 200,
  headers: { ...safely, 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify(value), 'utf8'),
});

const safely = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
