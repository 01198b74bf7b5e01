import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Defect } from '#endpoint/mock/parts';
import type { HttpRequest, HttpResponse } from '#endpoint/server/http-message';
import type { PlannedCheck } from '#harness/plan';
import { refusing, textOf } from '../seams.ts';
import type { SeededDefects } from '../seeded-defect.ts';

const run = { topics: ['delivery'] } as const;

const isAboutTwo = ({ requirement }: PlannedCheck): boolean => requirement === 'delivery.keeps-answers-apart';

const isDelivery = ({ body }: HttpRequest): boolean => textOf({ body }).includes(':VoegDossierToeEnPubliceer');

/** Turns of the event loop in which what left at the same moment comes; whatever comes alone goes on after these. */
const mostTurns = 2000;

const turnsUntil = async (hasCome: () => boolean): Promise<void> => {
  for (let left = mostTurns; left > 0 && !hasCome(); left -= 1) await nextTurn();
};

interface Held {
  readonly response: HttpResponse;
  other: HttpResponse | undefined;
}

const swappingAnswers: Defect = {
  wrap: (handler) => {
    let held: Held | undefined;
    const swapped = async (response: HttpResponse): Promise<HttpResponse> => {
      const own: Held = { response, other: undefined };
      held = own;
      await turnsUntil(() => own.other !== undefined);
      held = undefined;
      return own.other ?? response;
    };
    return async (request) => {
      const response = await handler(request);
      if (!isDelivery(request)) return response;
      const first = held;
      if (first === undefined) return swapped(response);
      first.other = response;
      return first.response;
    };
  },
};

const sharingAField: Defect = {
  wrap: (handler) => {
    let latest: HttpRequest;
    return async (request) => {
      if (!isDelivery(request)) return handler(request);
      latest = request;
      await turnsUntil(() => latest !== request);
      return handler(latest);
    };
  },
};

const keepingTheFirst: Defect = {
  wrap: (handler) => {
    let first: HttpRequest | undefined;
    let busy = 0;
    return async (request) => {
      if (!isDelivery(request)) return handler(request);
      const own = (first ??= request);
      busy += 1;
      await turnsUntil(() => busy > 1);
      const response = await handler(own);
      busy -= 1;
      if (busy === 0) first = undefined;
      return response;
    };
  },
};

const isAboutDays = ({ requirement }: PlannedCheck): boolean =>
  requirement === 'delivery.accepts-special-days' || requirement === 'delivery.waits-for-publication-date';

const dayBefore = (day: string | undefined): string | undefined =>
  day === undefined ? undefined : new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** Defects that hang on which requests are under way, on what came before, or on the day. */
export const sessionDefects = {
  'swaps-answers': {
    does: 'Gives two deliveries that come at once the answers of each other.',
    foundBy: ['delivery.keeps-answers-apart'],
    run: { ...run, runs: 50, only: isAboutTwo },
    defect: swappingAnswers,
  },
  'judges-what-came-last': {
    does: 'Keeps the message in one field, so that two that come at once are both judged by the second.',
    foundBy: ['delivery.keeps-answers-apart'],
    run: { ...run, runs: 50, only: isAboutTwo },
    defect: sharingAField,
  },
  'judges-what-came-first': {
    does: 'Keeps the message that it is busy with, and judges what comes meanwhile by that one.',
    foundBy: ['delivery.keeps-answers-apart'],
    run: { ...run, runs: 50, only: isAboutTwo },
    defect: keepingTheFirst,
  },
  'answers-nothing-now-and-then': {
    does: 'Answers every tenth delivery with 200 and an empty body, accepted or not.',
    foundBy: ['delivery.answers-by-schema', 'delivery.is-steady'],
    run: { ...run, runs: 20 },
    defect: {
      wrap: (handler) => {
        let deliveries = 0;
        return async (request) => {
          const response = await handler(request);
          if (!isDelivery(request)) return response;
          deliveries += 1;
          return deliveries % 10 === 0 ? { ...response, status: 200, body: new Uint8Array() } : response;
        };
      },
    },
  },
  'counts-seconds-in-32-bits': {
    does: 'Refuses what lies before 1970 or after 2038, where its count of seconds does not reach.',
    foundBy: ['delivery.accepts-special-days'],
    run: { ...run, runs: 50, only: isAboutDays },
    defect: refusing((text) => /atum>(?:19[0-6]|203[89]|20[4-9])/.test(text)),
  },
  'publishes-what-is-far-ahead': {
    does: 'Publishes at once what is for later than two months, as its calendar goes no further.',
    foundBy: ['delivery.waits-for-publication-date'],
    run: { ...run, runs: 50, only: isAboutDays },
    defect: {
      alter: (parts) => ({
        ...parts,
        status: (summary, day) => {
          const { publicationDate = day } = summary;
          const isFar = Date.parse(publicationDate) - Date.parse(day) > 60 * 86_400_000;
          return parts.status(isFar ? { ...summary, publicationDate: undefined } : summary, day);
        },
      }),
    },
  },
  'lives-a-day-ahead': {
    does: 'Publishes today what is for tomorrow, since its clock is that of another time zone.',
    foundBy: ['delivery.waits-for-publication-date'],
    run: { ...run, runs: 50, only: isAboutDays },
    defect: {
      alter: (parts) => ({
        ...parts,
        status: (summary, day) =>
          parts.status({ ...summary, publicationDate: dayBefore(summary.publicationDate) }, day),
      }),
    },
  },
} as const satisfies SeededDefects;
