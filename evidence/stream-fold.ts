import type { Bilingual } from '#contract/texts/bilingual';
import type { Looked } from '#judgement/streams/look';
import { messageJudges } from '#judgement/streams/messages';
import { whyNotInOrder } from '#judgement/streams/requests/taken-or-told';
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
  /** Whether bytes of it were kept and are gone or damaged since, so that nothing was looked at. */
  readonly lost?: boolean | undefined;
}

/** The outcome of a stream for one requirement and document type, or for all document types. */
export interface StreamFound extends StreamJudgement {
  readonly unprovable: CaseJudged['unprovable'];
}

/** Gathers what judges of streams keep of the exchanges of a run or recording. */
export const streamFold = () => {
  const all: Noted[] = [];
  let isHeard = false;
  return {
    add: (noted: Noted): void => {
      const { looked, lacks, lost } = noted;
      isHeard ||= looked.standing === 'heard';
      if (Object.keys(looked.values).length > 0 || looked.late === true || lacks || lost === true) all.push(noted);
    },
    /** By some of the exchanges alone where that is asked. */
    judge: (
      requirement: StreamRequirement,
      documentType: string | undefined,
      isOwn: (exchange: string) => boolean = () => true,
    ): StreamFound => {
      const own = all.filter(
        (one) =>
          (documentType === undefined || one.documentType === documentType) &&
          isOwn(one.exchange) &&
          !(isHeard && isStrange(one, requirement)),
      );
      const marks = own.flatMap(({ exchange, looked: { values } }) =>
        requirement in values ? [{ exchange, value: values[requirement] }] : [],
      );
      const found = streamJudges[requirement].decide(marks);
      const open = found.judgement.kind === 'conforms' ? unlookedIn(own) : undefined;
      return { ...(open ?? found), unprovable: unprovableIn(own) };
    },
  };
};

/**
 * Whether an exchange has no say since nobody knows whose it is, where others were heard: what a message holds says nothing of
 * them, nor does what can't be decided. How someone tried to get in may be the system's own mistake.
 */
const isStrange = ({ exchange, looked: { values, standing } }: Noted, requirement: StreamRequirement): boolean => {
  if (standing !== 'stranger') return false;
  if (requirement in messageJudges || ofMessage.has(requirement)) return true;
  const { isOfRow, decide } = streamJudges[requirement];
  if (isOfRow === true) return false;
  if (!(requirement in values)) return true;
  const { kind } = decide([{ exchange, value: values[requirement] }]).judgement;
  return kind !== 'deviates' && kind !== 'conforms';
};

/** Requirements of the request around a message. */
const ofMessage: ReadonlySet<StreamRequirement> = new Set([
  'request.quotes-action',
  'request.names-its-operation',
  'request.holds-a-message',
  'request.is-taken',
]);

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

/** Why a message was not judged, or not all of it; undefined where it was. */
export const whyUnjudged = ({ exchange, looked, lost }: Noted): Bilingual | undefined => {
  if (lost === true) return whyNot.lost;
  if (looked.late === true) return whyNot.late;
  for (const [requirement, { decide }] of Object.entries(messageJudges)) {
    const value = looked.values[requirement as keyof typeof messageJudges];
    const judgement = value === undefined ? undefined : decide([{ exchange, value }]).judgement;
    if (judgement?.kind === 'untested') return judgement.reason;
  }
  const taken = looked.values['request.is-taken'];
  return taken === undefined ? undefined : whyNotInOrder(taken);
};

const whyNot = {
  lost: { nl: 'bewaarde bytes ontbreken of zijn beschadigd', en: 'bytes that were kept are gone or damaged' },
  late: { nl: 'dat kon niet binnen enkele seconden', en: 'that could not be done within seconds' },
} as const;

/** An exchange that nobody could look at may deviate; undefined where there is none. */
const unlookedIn = (own: readonly Noted[]): StreamJudgement | undefined => {
  if (own.some(({ lost }) => lost)) return { judgement: untested(whyOpen.lost), shown: [] };
  return own.some(isUnlooked) ? { judgement: untested(whyOpen.late), shown: [] } : undefined;
};

/** Of a message that alone could not be judged in time, its judges keep that. */
const isUnlooked = ({ looked: { late, values } }: Noted): boolean => late === true && Object.keys(values).length === 0;

const whyOpen = {
  lost: {
    nl: 'niet elk bericht is te beoordelen: bewaarde bytes ontbreken of zijn beschadigd (map exchanges)',
    en: 'not every message can be judged: bytes that were kept are gone or damaged (folder exchanges)',
  },
  late: {
    nl: 'niet elk antwoord was binnen enkele seconden te beoordelen',
    en: 'not every answer could be judged within seconds',
  },
} as const;

const unprovableIn = (own: readonly Noted[]): StreamFound['unprovable'] => {
  if (own.some(({ lacks }) => lacks)) return 'bytes';
  return own.some(({ looked }) => looked.late) ? 'time' : undefined;
};
