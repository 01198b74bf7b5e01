import type { Contract } from '#contract/contract';
import type { Answer } from '#judgement/answer';
import type { SchemaModel } from '#xml/schema/model';

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
  readonly name: (typeof states)[keyof typeof states];
  readonly parameters: Readonly<Record<string, string>>;
}

/** What elements say in an interaction, by their local names: one text, or one of several. */
export type Said = ReadonlyMap<string, readonly string[]>;

/** One request of a permit system, and the answer that the contract has for it. */
export interface PactInteraction {
  readonly description: string;
  readonly states: readonly GivenState[];
  readonly request: {
    readonly username: string;
    readonly action: string;
    readonly message: Uint8Array;
    /** `all` where the answer is to this very message. */
    readonly said: Said | 'all';
  };
  readonly response: {
    readonly status: number;
    /** Undefined where the contract says nothing of a body. */
    readonly message: Uint8Array | undefined;
    readonly said: Said;
  };
  /** What our own client reads in the answer. */
  readonly reads: Answer['kind'];
}

/** What a pact is written with. */
export interface PactSetting {
  readonly contract: Contract;
  readonly model: SchemaModel;
  /** Of the service on its host. */
  readonly path: string;
}

/** Makes an interaction under a number of its own, since what was delivered before is a duplicate. */
export type Making = (number: string) => PactInteraction;

/** That who delivers has access. */
export const known: GivenState = { name: states.known, parameters: { username: users.known } };
