import type fc from 'fast-check';
import type { Circumstances } from './circumstances.ts';
import type { Face } from './face.ts';

/** How the base of a delivery is shaped before the rules are satisfied. */
export interface Shape {
  /** Texts of roles. */
  readonly values?: Readonly<Record<string, fc.Arbitrary<string>>>;
  /** Roles that are always there, and roles that never are. */
  readonly present?: readonly string[];
  readonly absent?: readonly string[];
}

/** The contract author's own code for making deliveries; throws `ContractError` where that does not work. */
export interface Faces {
  /** How to keep and to break rules, by the id of the rule. */
  readonly rules: (circumstances: Circumstances) => Readonly<Record<string, Face>>;
  readonly shape: (circumstances: Circumstances, documentType: string) => Shape;
}

/** Of a contract without `rules.mjs`, or one that is read without it. */
export const noFaces: Faces = { rules: () => ({}), shape: () => ({}) };
