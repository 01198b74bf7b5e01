import type { Event, ExchangeRecorded } from '#evidence/event';
import type { Leaving } from '#evidence/leaving';
import { delivers } from '#judgement/may-be-dossier';

/** A dossier that a run made at an endpoint, or may have made. */
export interface Dossier {
  /** Undefined where no number came: it is there perhaps. */
  readonly number: string | undefined;
  /** What it was delivered under, where that is known. */
  readonly reference: string | undefined;
  readonly documentType: string | undefined;
  /** Milliseconds since the epoch, of the last delivery that its number came back for. */
  readonly at: number;
  /** Whether nothing was recorded of its delivery but that it was about to leave. */
  readonly isUnseen?: true | undefined;
}

/** Gathers the dossiers of a run, each once, also where a refusal hands out a number, an answer was lost, or the run did not live to see it. */
export const dossierFold = () => {
  const made = new Map<string, Dossier>();
  const perhaps: Dossier[] = [];
  const away = new Map<string, Leaving[]>();
  const exchange = (event: ExchangeRecorded): void => {
    // At a server of ours a vendor's own deliveries leave nothing behind; what left for another endpoint may.
    if (event.inbound !== undefined) return;
    const { dossierNumber: number, reference, documentType, startedAt: at } = event;
    const left = delivers(event.purpose) ? away.get(reference ?? '')?.shift() : undefined;
    if (event.purpose === 'received' && left === undefined) return;
    if (number !== undefined) made.set(number, { number, reference, documentType, at });
    else if (event.mayBeDossier === true) perhaps.push({ number, reference, documentType, at });
  };
  return {
    add: (event: Event): void => {
      if (event.type === 'exchange') exchange(event);
      if (event.type !== 'leaving') return;
      const { reference = '' } = event;
      away.set(reference, [...(away.get(reference) ?? []), event]);
    },
    result: (): readonly Dossier[] => {
      const unseen = [...away.values()].flat().map(({ at, reference, documentType }) => ({
        ...{ number: undefined, at, reference, documentType, isUnseen: true as const },
      }));
      const known = new Set([...made.values()].map(({ reference }) => reference));
      return [...made.values(), ...onceEach([...perhaps, ...unseen], known)];
    },
  };
};

/** One for each reference that no dossier is known of. */
const onceEach = (all: readonly Dossier[], known: Set<string | undefined>): readonly Dossier[] =>
  all.filter(({ reference }) => {
    if (reference === undefined) return true;
    const isNew = !known.has(reference);
    known.add(reference);
    return isNew;
  });
