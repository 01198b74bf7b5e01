import type { Bilingual } from '#contract/texts/bilingual';
import type { Looked } from '#judgement/streams/look';
import { messageJudges } from '#judgement/streams/messages';
import { whyNotInOrder } from '#judgement/streams/requests/taken-or-told';
import { type StreamRequirement, streamJudges } from '#judgement/streams/registry';
import type { Mark, StreamJudgement } from '#judgement/streams/stream-judge';
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

/** Gathers what judges of streams keep of the exchanges of a run or recording: some hundred bytes of each, since there may be 100,000. */
export const streamFold = () => {
  const all: Kept[] = [];
  const marks = marksFold();
  const heard: string[] = [];
  let strangers = 0;
  return {
    add: (noted: Noted): void => {
      const { exchange, documentType, looked, lacks, lost } = noted;
      const { standing } = looked;
      if (standing === 'heard') heard.push(exchange);
      if (standing === 'stranger') strangers += 1;
      if (!hasMarks(looked) && looked.late !== true && !lacks && lost !== true) return;
      const late = looked.late === true ? lateIn(looked) : undefined;
      marks.add(all.length, looked.values);
      all.push({ index: all.length, exchange, documentType, standing, lacks, late, lost: lost === true });
    },
    /** By some of the exchanges alone where that is asked. */
    judge: (
      requirement: StreamRequirement,
      documentType: string | undefined,
      isOwn: (exchange: string) => boolean = () => true,
    ): StreamFound => {
      const markOf = marks.of(requirement);
      const isHeard = heard.some(isOwn);
      const own = all.filter(
        (one) =>
          (documentType === undefined || one.documentType === documentType) &&
          isOwn(one.exchange) &&
          one.standing !== 'other' &&
          !(isHeard && hasNoSay(one, requirement, markOf(one))),
      );
      const found = streamJudges[requirement].decide(own.flatMap((one) => markOf(one) ?? []));
      const open = found.judgement.kind === 'conforms' ? unlookedIn(own) : undefined;
      return { ...(open ?? found), unprovable: unprovableIn(own) };
    },
    /** Whether an exchange is left out by what was heard so far. */
    isApart: ({ standing }: Pick<Looked, 'standing'>): boolean => standing === 'stranger' && heard.length > 0,
    /** Those of some requirements in which an exchange has a say, by what was heard so far. */
    decidedBy: ({ standing }: Pick<Looked, 'standing'>, all: ReadonlySet<StreamRequirement>): typeof all =>
      standing === 'astray' && heard.length > 0 ? new Set([...all].filter((one) => !isOfMessage(one))) : all,
    /** How many exchanges are left out since nobody knows whose they are; none where nobody was heard. */
    strangers: (): number => (heard.length === 0 ? 0 : strangers),
  };
};

/** What is held of an exchange besides its marks. */
interface Kept extends Pick<Noted, 'exchange' | 'documentType' | 'lacks'> {
  /** Its place among all. */
  readonly index: number;
  readonly standing: Looked['standing'];
  /** Whether all of it, or a part, could not be looked at in time. */
  readonly late: 'all' | 'part' | undefined;
  readonly lost: boolean;
}

const hasMarks = ({ values }: Looked): boolean => Object.keys(values).length > 0;

/** Of a message that alone could not be judged in time, its judges keep that. */
const lateIn = (looked: Looked): 'all' | 'part' => (hasMarks(looked) ? 'part' : 'all');

/** The marks by requirement, each at the index of its exchange: an object with a name for each would take kilobytes an exchange. */
const marksFold = () => {
  const columns = new Map<string, unknown[]>();
  return {
    add: (index: number, values: Looked['values']): void => {
      for (const [requirement, value] of Object.entries(values)) {
        const column = columns.get(requirement) ?? [];
        columns.set(requirement, column);
        column[index] = value;
      }
    },
    /** Gives the mark of each exchange that has one. */
    of: (requirement: StreamRequirement) => {
      const column = columns.get(requirement);
      return ({ index, exchange }: Kept): Mark<unknown> | undefined =>
        column?.[index] === undefined ? undefined : { exchange, value: column[index] };
    },
  };
};

/**
 * Whether an exchange has no say where others were heard: it is of a stranger, or it went astray. Of that, what a message holds says
 * nothing of them, nor does what can't be decided; where it went may be the system's own mistake.
 */
const hasNoSay = ({ standing }: Kept, requirement: StreamRequirement, mark: Mark<unknown> | undefined): boolean => {
  if (standing === 'stranger') return true;
  if (standing !== 'astray') return false;
  if (isOfMessage(requirement)) return true;
  const { isOfRow, decide } = streamJudges[requirement];
  if (isOfRow === true) return false;
  if (mark === undefined) return true;
  const { kind } = decide([mark]).judgement;
  return kind !== 'deviates' && kind !== 'conforms';
};

/** Requirements of the request around a message. */
const ofMessage: ReadonlySet<StreamRequirement> = new Set([
  'request.quotes-action',
  'request.names-its-operation',
  'request.holds-a-message',
  'request.is-taken',
]);

const isOfMessage = (requirement: StreamRequirement): boolean =>
  requirement in messageJudges || ofMessage.has(requirement);

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
const unlookedIn = (own: readonly Kept[]): StreamJudgement | undefined => {
  if (own.some(({ lost }) => lost)) return { judgement: untested(whyOpen.lost), shown: [] };
  return own.some(({ late }) => late === 'all') ? { judgement: untested(whyOpen.late), shown: [] } : undefined;
};

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

const unprovableIn = (own: readonly Kept[]): StreamFound['unprovable'] => {
  if (own.some(({ lacks }) => lacks)) return 'bytes';
  return own.some(({ late }) => late !== undefined) ? 'time' : undefined;
};
