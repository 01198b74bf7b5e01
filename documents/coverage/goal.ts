/**
 * What is to be reached of a schema: `kept` a constraint by a valid document that could break it, `broken` by a violation; `bound` a
 * value or number of occurrences at a limit, `branch` of a choice, `value` of an enumeration, `part` that may be left out there
 * and not there, and `pair` of such parts.
 */
export const goalKinds = ['kept', 'broken', 'bound', 'branch', 'value', 'part', 'pair'] as const;
export type GoalKind = (typeof goalKinds)[number];

/** One thing to be reached: `dossier.xsd#Dossier/Titel/maxLength=255`. */
export interface Goal {
  readonly kind: GoalKind;
  readonly id: string;
}

/** The key that tells goals apart. */
export const goalKey = ({ kind, id }: Goal): string => `${kind} ${id}`;

/** A goal that a document may reach, as far as it is looked at. */
export type Hit = string;
