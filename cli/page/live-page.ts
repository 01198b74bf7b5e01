import { controlPath, hereText, lookText } from '#endpoint/mock/control';
import type { Plays } from '#endpoint/mock/plays';
import { type HttpRequest, type HttpResponse, plainText } from '#endpoint/server/http-message';
import { hostOf } from '#endpoint/server/host';
import { textAnswer } from '#endpoint/server/text-answer';
import { isLoopback } from '#contract/wire/host';
import type { Shown } from '#judgement/showing/showing';
import { link } from '#pages/controls';
import type { Content } from '#pages/markup';
import type { WrittenPage } from '#pages/page';
import type { Language } from '#reporters/texts';
import { languageOf } from '../language.ts';
import type { GuardedExamine } from './detail/guarded-examine.ts';
import { detailPage } from './detail-page.ts';
import { backTo, isOwnForm, ownFormText } from './own-form.ts';
import { listPage } from './list-page.ts';
import type { PageRows } from './page-row.ts';
import { pageWords } from './page-words.ts';
import { playAsked } from './play-asked.ts';
import { rootFile } from './root-file.ts';

/** What a page of messages is made of. */
export interface LivePage {
  readonly rows: PageRows;
  readonly examine: GuardedExamine['examine'];
  readonly plays: Pick<Plays, 'next'>;
  /** What is shown of a plan; there is no plan unless said. */
  readonly shown?: (() => readonly Shown[]) | undefined;
  /** Messages that are not judged yet; none unless said. */
  readonly waiting?: (() => number) | undefined;
  /** The certificate of the server's root, PEM; there is none to save unless said. */
  readonly root?: string | undefined;
  /** More links above the list, by what they are called. */
  readonly links?: Readonly<Record<string, string>> | undefined;
}

/** Answers who looks at the page, from this machine only; undefined for what is not there. */
export const livePage =
  (live: LivePage) =>
  async (request: HttpRequest): Promise<HttpResponse | undefined> =>
    isForHere(request) ? answerTo(live, request) : textAnswer(request)(403, hereText);

const isForHere = (request: HttpRequest): boolean =>
  isLoopback(request.peer) && isLoopback(hostOf(request)?.hostname ?? '');

const answerTo = async (live: LivePage, request: HttpRequest): Promise<HttpResponse | undefined> => {
  const { pathname, searchParams } = new URL(request.target, 'http://localhost');
  const language = languageIn(request, searchParams);
  const done = playAsked(live.plays, request) ?? resetAsked(live, request);
  if (done !== undefined) return done;
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plainText(405, lookText[language], { allow: 'GET, HEAD' });
  const { rows, examine } = live;
  if (pathname === `${controlPath}message`) {
    const row = rows.find(Number(searchParams.get('number')));
    return html(await detailPage(row, examine, language), row === undefined ? 404 : 200);
  }
  if (pathname !== controlPath) return rootFile(live.root, pathname);
  const state = {
    rows: rows.all(),
    shown: live.shown?.(),
    waiting: live.waiting?.() ?? 0,
    links: linksOf(live, language),
  };
  return html(listPage(state, language, searchParams));
};

const linksOf = ({ root, links = {} }: LivePage, language: Language): Content => [
  ...Object.entries(links).map(([name, href]) => [link(href, name), ' ']),
  root === undefined ? '' : link('server-root.pem', pageWords[language].root),
];

const resetAsked = ({ rows }: LivePage, request: HttpRequest): HttpResponse | undefined => {
  const { method, headers, target } = request;
  const [path, query = ''] = target.split('?', 2);
  if (path !== `${controlPath}reset` || method !== 'POST') return undefined;
  if (!isOwnForm(headers)) return textAnswer(request)(403, ownFormText);
  rows.reset();
  return plainText(303, 'The list is empty.', { location: backTo(query) });
};

const languageIn = ({ headers }: HttpRequest, query: URLSearchParams): Language => {
  const wanted = query.get('lang') ?? headers['accept-language'];
  if (wanted === undefined) return languageOf(undefined);
  return /^\s*nl\b/i.test(wanted) ? 'nl' : 'en';
};

const html = ({ text, policy }: WrittenPage, status = 200): HttpResponse => ({
  status,
  headers: {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
  },
  body: Buffer.from(text, 'utf8'),
});
