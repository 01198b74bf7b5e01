import { delivers } from '#judgement/may-be-dossier';
import type { Event, ExchangeRecorded } from './event.ts';
import type { Damaged } from './journal-feed.ts';

/** What exchanges with the endpoint are recorded under that messages of a recording went on to. */
export const ofForwarding = 'forwarded';

/** What of its limits a recording has used up at the endpoint that its messages went on to. */
export interface Forwarded {
  readonly requests: number;
  /** Dossiers, those that there may be included. */
  readonly accepted: number;
}

/** Counts what went on, over every start of a recording; what left and was never heard of counts too. */
export const forwardedFold = () => {
  let [requests, accepted, away] = [0, 0, 0];
  const add = (exchange: ExchangeRecorded): void => {
    if (exchange.failure?.unsent !== true) requests += 1;
    if (exchange.dossierNumber !== undefined || exchange.mayBeDossier === true) accepted += 1;
    if (delivers(exchange.purpose)) away = Math.max(0, away - 1);
  };
  return {
    add: (event: Event | Damaged): void => {
      if (event.type === 'leaving') away += 1;
      if (event.type === 'exchange' && event.check === ofForwarding) add(event);
    },
    result: (): Forwarded => ({ requests: requests + away, accepted: accepted + away }),
  };
};
