import type { Bilingual } from '#contract/texts/bilingual';
import { type HttpRequest, type HttpResponse, plainText } from './http-message.ts';

/** The language of an answer: English where Accept-Language names it first, else Dutch. */
export const askedLanguage = ({ headers }: Pick<HttpRequest, 'headers'>): keyof Bilingual =>
  /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'nl';

/** An answer of plain text, for people, in the language that its request asks for. */
export const textAnswer =
  (request: Pick<HttpRequest, 'headers'>) =>
  (status: number, text: Bilingual, headers: Readonly<Record<string, string>> = {}): HttpResponse =>
    plainText(status, text[askedLanguage(request)], headers);
