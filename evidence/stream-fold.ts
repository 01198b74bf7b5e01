import type { Looked } from '#judgement/streams/look';
import { type StreamRequirement, streamJudges } from '#judgement/streams/registry';
import type { StreamJudgement } from '#judgement/streams/stream-judge';
import { type Deviation, untested } from '#judgement/verdict';
import type { CaseJudged } from './event.ts';

/** One exchange of a stream, as its judges looked at it. */
export interface Noted {
  /** Its id. */
  readonly exchange: string;
  readonly documentType: string | undefined;
  readonly looked: Looked;
  /** Whether not all of its bytes were kept. */
  readonly lacks: boolean;
}

/** The outcome of a stream for one requirement and document type, or for all document types. */
export interface StreamFound extends StreamJudgement {
  readonly unprovable: CaseJudged['unprovable'];
}

/** Gathers what judges of streams keep of the exchanges of a run or recording. */
export const streamFold = () => {
  const all: Noted[] = [];
  return {
    add: (noted: Noted): void => {
      const { looked, lacks } = noted;
      if (Object.keys(looked.values).length > 0 || looked.late === true || lacks) all.push(noted);
    },
    /** By some of the exchanges alone where that is asked. */
    judge: (
      requirement: StreamRequirement,
      documentType: string | undefined,
      isOwn: (exchange: string) => boolean = () => true,
    ): StreamFound => {
      const own = all.filter(
        (one) => (documentType === undefined || one.documentType === documentType) && isOwn(one.exchange),
      );
      const marks = own.flatMap(({ exchange, looked: { values } }) =>
        requirement in values ? [{ exchange, value: values[requirement] }] : [],
      );
      const found = streamJudges[requirement].decide(marks);
      const isWhole = found.judgement.kind !== 'conforms' || !own.some(({ looked }) => looked.late);
      return { ...(isWhole ? found : unlooked), unprovable: unprovableIn(own) };
    },
  };
};

/** Deviations from these requirements that one exchange shows on its own. */
export const deviationsIn = (
  { exchange, looked: { values } }: Noted,
  requirements: ReadonlySet<StreamRequirement>,
): ReadonlyMap<StreamRequirement, Deviation> =>
  new Map(
    [...requirements].flatMap((requirement) => {
      const value = values[requirement];
      if (value === undefined || streamJudges[requirement].isOfRow === true) return [];
      const { judgement } = streamJudges[requirement].decide([{ exchange, value }]);
      return judgement.kind === 'deviates' ? [[requirement, judgement.deviation] as const] : [];
    }),
  );

/** An exchange that could not be judged in time may deviate. */
const unlooked: StreamJudgement = {
  judgement: untested({
    nl: 'niet elk antwoord was binnen enkele seconden te beoordelen',
    en: 'not every answer could be judged within seconds',
  }),
  shown: [],
};

const unprovableIn = (own: readonly Noted[]): StreamFound['unprovable'] => {
  if (own.some(({ lacks }) => lacks)) return 'bytes';
  return own.some(({ looked }) => looked.late) ? 'time' : undefined;
};
