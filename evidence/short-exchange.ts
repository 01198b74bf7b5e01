import type { Event, ExchangeRecorded } from './event.ts';

/** An exchange as it is written where others are like it: as a model for them, or as what differs from one. */
export type Written =
  | Event
  | (ExchangeRecorded & { readonly model: true })
  | (Pick<ExchangeRecorded, 'type' | 'id'> & Partial<ExchangeRecorded> & { readonly like: string });

/** Models that one writer makes at most: exchanges that are like none of them are written whole. */
const mostModels = 64;

/** Leaves out of exchanges what they say as an earlier one of the same writer does that has the same members, and the same names of headers in the same order. */
export const shortening = (): ((event: Event) => Written) => {
  const models = new Map<string, ExchangeRecorded>();
  return (event) => {
    if (event.type !== 'exchange') return event;
    const form = formOf(event);
    const model = models.get(form);
    if (model !== undefined) return shortened(event, model);
    if (models.size >= mostModels) return event;
    models.set(form, event);
    return { ...event, model: true };
  };
};

const formOf = (event: ExchangeRecorded): string => {
  const members = Object.entries(event).filter(([, value]) => value !== undefined);
  const names = [event.requestHeaders, event.responseHeaders].map((headers) => Object.keys(headers));
  return JSON.stringify([members.map(([name]) => name).sort(), ...names]);
};

const shortened = (event: ExchangeRecorded, model: ExchangeRecorded): Written => ({
  ...differing<unknown>({ ...event }, { ...model }),
  type: 'exchange',
  id: event.id,
  like: model.id,
  requestHeaders: differing(event.requestHeaders, model.requestHeaders),
  responseHeaders: differing(event.responseHeaders, model.responseHeaders),
});

type Members<Value> = Readonly<Record<string, Value>>;

/** The members that are not the same text, number or truth. */
const differing = <Value>(members: Members<Value>, model: Members<Value>): Members<Value> =>
  Object.fromEntries(
    Object.entries(members).filter(
      ([name, value]) => value !== model[name] || (typeof value === 'object' && value !== null),
    ),
  );

/** Models that are remembered at most, of however many writers. */
const mostRemembered = 1024;

/** Makes exchanges whole again that are written as what differs from a model. */
export const lengthening = () => {
  const models = new Map<string, ExchangeRecorded>();
  return {
    /** Undefined where the model is not there. */
    whole: (said: object): object | undefined => {
      if (!('like' in said)) return said;
      const model = typeof said.like === 'string' ? models.get(said.like) : undefined;
      return model && filledIn(said, model);
    },
    /** Takes an event as the model that it says it is. */
    remember: (event: Event, said: object): void => {
      if (event.type !== 'exchange' || !('model' in said) || models.size >= mostRemembered) return;
      models.set(event.id, event);
    },
  };
};

/** The same where no model is known, as far as to see that the line is a whole one. */
export const asIfWhole = (said: object): object => ('like' in said ? filledIn(said, nothing) : said);

const nothing: ExchangeRecorded = {
  ...{ type: 'exchange', id: '', check: '', case: 0, purpose: 'valid', constraint: undefined, documentType: undefined },
  ...{ method: '', url: '', requestHeaders: {}, request: undefined, requestBytes: 0 },
  ...{ status: undefined, responseHeaders: {}, response: undefined, responseBytes: 0, failure: undefined },
  ...{ startedAt: 0, durationMs: 0, answer: '', dossierNumber: undefined },
};

const filledIn = (said: object, model: ExchangeRecorded): object => {
  const { like: _like, ...own }: { readonly like?: unknown } = said;
  return {
    ...model,
    ...own,
    requestHeaders: { ...model.requestHeaders, ...memberOf(own, 'requestHeaders') },
    responseHeaders: { ...model.responseHeaders, ...memberOf(own, 'responseHeaders') },
  };
};

const memberOf = (said: object, name: string): object => {
  const value: unknown = Object.entries(said).find(([one]) => one === name)?.[1];
  return typeof value === 'object' && value !== null ? value : {};
};
