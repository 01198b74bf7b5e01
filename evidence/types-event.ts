import type { RequirementId } from '#judgement/requirements/registry';
import type { Judgement } from '#judgement/verdict';

/** The checks of a recording by document type; the last one counts. */
export interface TypesEvent {
  readonly type: 'types';
  readonly types: readonly TypeFound[];
}

/** The checks of a recording by the messages of one document type alone. */
export interface TypeFound {
  /** Undefined for messages that are no delivery of a known type. */
  readonly documentType: string | undefined;
  readonly messages: number;
  readonly accepted: number;
  /** Why their recorded bytes can't prove it again. */
  readonly unprovable?: 'bytes' | 'time' | undefined;
  readonly judgements: Readonly<Partial<Record<RequirementId, Judgement['kind']>>>;
}
