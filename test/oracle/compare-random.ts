import { GenerationError } from '#documents/schema/generation-error';
import { readValidSchema } from '#documents/schema/read-valid';
import { SchemaError } from '#xml/schema/schema-error';
import type { Clause } from '../clauses/clause.ts';
import { casesOf, type Made } from './cases.ts';
import { lineOf, differencesIn } from './compare.ts';
import { randomFacets } from './random-facets.ts';
import { randomRestriction } from './random-restriction.ts';
import { randomSchema } from './random-schema.ts';
import { judgeWithXerces } from './xerces.ts';

/** How many documents of a random schema, for each of its roots, and violations, for each of its constraints. */
const amounts = { valid: 20, violations: 2, seed: 1 };

/** What random schemas came to. */
export interface RandomComparison {
  readonly line: string;
  /** Schemas that one takes and the other does not, and documents that Xerces sees otherwise than they were meant. */
  readonly disputes: readonly string[];
  readonly refused: number;
  readonly documents: number;
}

/** Makes documents and violations of the random schemas with these seeds, and lets Xerces judge schemas and documents; libxml2 is wrong too often here. */
export const compareRandom = async (seeds: readonly number[]): Promise<RandomComparison> => {
  const schemas = seeds.map(randomSchema);
  const refused = schemas.filter((clause) => refusalOf(clause) !== undefined);
  const taken = schemas.filter((clause) => !refused.includes(clause));
  const made = taken.flatMap(madeOf);
  const differences = (await differencesIn(made)).filter(({ validator }) => validator === 'Xerces');
  const disputes = [
    ...(await takenByXerces(refused)).map((clause) => `${clause.title}: only we refuse it: ${refusalOf(clause) ?? ''}`),
    ...differences.map(lineOf),
  ];
  const documents = made.flatMap(({ cases }) => cases).length;
  const line = `${String(schemas.length)} random schemas, ${String(refused.length)} refused, ${String(documents)} documents and violations: ${String(disputes.length)} disputes`;
  return { line, disputes, refused: refused.length, documents };
};

/** Restrictions that may be none: of content and attributes, and of simple types. */
const restrictions = { restrictions: randomRestriction, facets: randomFacets } as const;

/** Lets Xerces say which random restrictions are none, and compares that with what is refused here. */
export const compareRestrictions = async (
  kind: keyof typeof restrictions,
  seeds: readonly number[],
): Promise<Pick<RandomComparison, 'line' | 'disputes' | 'refused'>> => {
  const schemas = seeds.map(restrictions[kind]);
  const taken = new Set(await takenByXerces(schemas));
  const disputes = schemas.flatMap((clause) => {
    const refusal = refusalOf(clause);
    if ((refusal === undefined) === taken.has(clause)) return [];
    return [`${clause.title}: ${refusal === undefined ? 'only Xerces refuses it' : `only we refuse it: ${refusal}`}`];
  });
  const refused = schemas.length - taken.size;
  const line = `${String(schemas.length)} random ${kind}, ${String(refused)} refused by Xerces: ${String(disputes.length)} disputes`;
  return { line, disputes, refused };
};

const refusalOf = ({ files }: Clause): string | undefined => {
  try {
    readValidSchema(files, 's.xsd');
  } catch (error) {
    if (error instanceof SchemaError) return error.message;
    throw error;
  }
  return undefined;
};

/** Chance also makes types without a value, and elements that are never complete. */
const madeOf = (clause: Clause): readonly Made[] => {
  try {
    return [casesOf(clause, amounts)];
  } catch (error) {
    if (error instanceof GenerationError) return [];
    throw error;
  }
};

/** Those of schemas that Xerces has nothing against. */
const takenByXerces = async (schemas: readonly Clause[]): Promise<readonly Clause[]> => {
  const document = new TextEncoder().encode('<x/>');
  const verdicts = await judgeWithXerces(schemas.map(({ files }) => ({ files, documents: [document] })));
  return schemas.filter((_, index) => verdicts[index]?.[0]?.kind !== 'refused');
};
