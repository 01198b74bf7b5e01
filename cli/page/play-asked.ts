import { type Play, type Plays, playNames, usualSeconds } from '#endpoint/mock/plays';
import { type HttpRequest, type HttpResponse, plainText } from '#endpoint/server/http-message';
import { textAnswer } from '#endpoint/server/text-answer';
import { backTo, isOwnForm, ownFormText } from './own-form.ts';

/** Plays an answer at the next delivery, as a POST with a form of `answer` and `seconds` asks; undefined for any other request. */
export const playAsked = (plays: Pick<Plays, 'next'>, request: HttpRequest): HttpResponse | undefined => {
  const { target, method, headers, body } = request;
  const [path, query = ''] = target.split('?', 2);
  if (path !== '/_mock/play') return undefined;
  const say = textAnswer(request);
  if (method !== 'POST') return say(405, { nl: 'Stuur een POST.', en: 'Send a POST.' }, { allow: 'POST' });
  if (!isOwnForm(headers)) return say(403, ownFormText);
  const play = playOf(new URLSearchParams(Buffer.from(body).toString('utf8')));
  if (play === undefined)
    return say(400, {
      nl: `Stuur answer=${playNames.join('|')}, en seconds=1 tot 600 waar het tijd kost.`,
      en: `Send answer=${playNames.join('|')}, and seconds=1 to 600 where it takes time.`,
    });
  plays.next(play);
  return plainText(303, `${play.answer} comes at the next delivery.`, { location: backTo(query) });
};

const playOf = (form: URLSearchParams): Play | undefined => {
  const answer = playNames.find((name) => name === form.get('answer'));
  const seconds = Number(/^\d{1,3}$/.exec(form.get('seconds') ?? '')?.[0] ?? usualSeconds);
  return answer === undefined || seconds < 1 || seconds > 600 ? undefined : { answer, seconds };
};
