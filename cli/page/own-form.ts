import type { Bilingual } from '#contract/texts/bilingual';
import type { HttpRequest } from '#endpoint/server/http-message';

/** Whether a form comes from the page itself, or from no browser: a browser says where a form of another site comes from. */
export const isOwnForm = ({ 'sec-fetch-site': site, origin, host = '' }: HttpRequest['headers']): boolean =>
  (site === undefined || site === 'same-origin') &&
  (origin === undefined || origin === 'null' || origin === `http://${host}`);

/** Where the page is that a form came from, in its language. */
export const backTo = (query: string): string => {
  const language = /(?:^|&)lang=(nl|en)(?:&|$)/.exec(query)?.[1];
  return language === undefined ? './' : `./?lang=${language}`;
};

/** Said to a form of another page. */
export const ownFormText: Bilingual = {
  nl: 'Alleen vanaf de pagina zelf, of zonder browser.',
  en: 'Only from the page itself, or without a browser.',
};
