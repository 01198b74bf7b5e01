import type { BytesOf } from '#evidence/open-exchanges';
import type { Plays } from '#endpoint/mock/plays';
import { type HttpRequest, type HttpResponse, plainText } from '#endpoint/server/http-message';
import { hostOf } from '#endpoint/server/host';
import { isLoopback } from '#contract/wire/host';
import type { Showing } from '#judgement/showing/showing';
import type { WrittenPage } from '#pages/page';
import { languageOf } from '../../language.ts';
import type { LevelOf } from '../message-line.ts';
import { playAsked } from '../play-asked.ts';
import { rootFile } from '../root-file.ts';
import type { GuardedExamine } from '../detail/guarded-examine.ts';
import { detailPage } from './detail-page.ts';
import { backTo, isOwnForm } from './own-form.ts';
import { listPage } from './list-page.ts';
import type { PageRows } from './rows.ts';

/** What the page of a receiver is made of. */
export interface LivePage {
  readonly rows: PageRows;
  readonly showing: Showing | undefined;
  readonly waiting: () => number;
  readonly levelOf: LevelOf;
  readonly bytesOf: BytesOf;
  readonly examine: GuardedExamine['examine'];
  readonly plays: Pick<Plays, 'next'>;
  readonly root: string | undefined;
}

const base = '/_mock/';

/** Answers who looks at the page, from this machine only; undefined for what is not there. */
export const livePage =
  (live: LivePage) =>
  async (request: HttpRequest): Promise<HttpResponse | undefined> =>
    isForHere(request) ? answerTo(live, request) : plainText(403, 'Only for this machine.');

const isForHere = (request: HttpRequest): boolean =>
  isLoopback(request.peer) && isLoopback(hostOf(request)?.hostname ?? '');

const answerTo = async (live: LivePage, request: HttpRequest): Promise<HttpResponse | undefined> => {
  const { pathname, searchParams } = new URL(request.target, 'http://localhost');
  const language = languageIn(request, searchParams);
  const done = playAsked(live.plays, request) ?? resetAsked(live, request);
  if (done !== undefined) return done;
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plainText(405, 'Only to look.', { allow: 'GET, HEAD' });
  if (pathname === `${base}message`)
    return html(await detailPage({ ...live, row: live.rows.find(Number(searchParams.get('number'))) }, language));
  if (pathname !== base) return rootFile(live.root, pathname);
  const { rows, showing, waiting, levelOf, root } = live;
  const state = {
    rows: rows.all(),
    shown: showing?.result(),
    waiting: waiting(),
    levelOf,
    hasRoot: root !== undefined,
  };
  return html(listPage(state, language, searchParams));
};

const resetAsked = ({ rows }: LivePage, { method, headers, target }: HttpRequest): HttpResponse | undefined => {
  const [path, query = ''] = target.split('?', 2);
  if (path !== `${base}reset` || method !== 'POST') return undefined;
  if (!isOwnForm(headers)) return plainText(403, 'Only from the page itself, or without a browser.');
  rows.reset();
  return plainText(303, 'The list is empty.', { location: backTo(query) });
};

const languageIn = ({ headers }: HttpRequest, query: URLSearchParams): 'nl' | 'en' => {
  const wanted = query.get('lang') ?? headers['accept-language'];
  if (wanted === undefined) return languageOf(undefined);
  return /^\s*nl\b/i.test(wanted) ? 'nl' : 'en';
};

const html = ({ text, policy }: WrittenPage): HttpResponse => ({
  status: 200,
  headers: {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
  },
  body: Buffer.from(text, 'utf8'),
});
