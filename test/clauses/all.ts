import { attributes } from './attributes.ts';
import { builtIn } from './built-in.ts';
import type { Clause } from './clause.ts';
import { content } from './content.ts';
import { documents } from './documents.ts';
import { elements } from './elements.ts';
import { finePrint } from './fine-print.ts';
import { facets } from './facets.ts';
import { identities } from './identities.ts';
import { names } from './names.ts';
import { patterns } from './patterns.ts';
import { types } from './types.ts';
import { wildcards } from './wildcards.ts';

/** Valid schemas for every construct of XSD 1.0. */
export const allClauses: readonly Clause[] = [
  ...[...elements, ...attributes, ...types, ...content, ...wildcards, ...identities, ...documents],
  ...[...builtIn, ...facets, ...patterns, ...names, ...finePrint],
];
