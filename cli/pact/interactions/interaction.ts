import type { Answer } from '#judgement/answer';
import type { InteractionKind } from './outline.ts';

/** Who delivers, as the service knows it, and somebody whom it does not know. */
export const users = { known: 'vergunningensysteem', unknown: 'onbekend' } as const;

/** What the provider has to be like before an interaction. */
export const states = {
  known: 'the user is known',
  unknown: 'the user is not known',
  delivered: 'the dossier was delivered before',
} as const;

/** A state with what it is about. */
export interface GivenState {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What elements say in an interaction, by their local names: one text, or one of several. */
export type Said = readonly (readonly [element: string, texts: readonly string[]])[];

/** One request of a permit system, and the answer that the contract has for it; plain data. */
export interface PactInteraction {
  readonly kind: InteractionKind;
  readonly description: string;
  readonly documentType: string | undefined;
  /** The constraint that the request breaks, where it breaks one. */
  readonly constraint: string | undefined;
  readonly states: readonly GivenState[];
  readonly request: {
    readonly username: string;
    readonly action: string;
    readonly message: string;
    /** `all` where the answer is to this very message. */
    readonly said: Said | 'all';
  };
  readonly response: {
    readonly status: number;
    /** Undefined where the contract says nothing of a body. */
    readonly message: string | undefined;
    readonly said: Said;
  };
  /** What our own client reads in the answer. */
  readonly reads: Answer['kind'];
}

/** That who delivers has access. */
export const known: GivenState = { name: states.known, parameters: { username: users.known } };
