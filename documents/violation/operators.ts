import type { Operator } from './operation.ts';
import { abstractUsed } from './structure/abstract-used.ts';
import { attributeDropped } from './structure/attribute-dropped.ts';
import { branchAdded } from './structure/branch-added.ts';
import { branchDropped } from './structure/branch-dropped.ts';
import { childDropped } from './structure/child-dropped.ts';
import { childRepeated } from './structure/child-repeated.ts';
import { idBroken } from './structure/id-broken.ts';
import { identityBroken } from './structure/identity-broken.ts';
import { nilWithContent } from './structure/nil-with-content.ts';
import { orderSwapped } from './structure/order-swapped.ts';
import { prohibitedAdded } from './structure/prohibited-added.ts';
import { textAdded } from './structure/text-added.ts';
import { typeMisnamed } from './structure/type-misnamed.ts';
import { unknownAttribute } from './structure/unknown-attribute.ts';
import { unknownChild } from './structure/unknown-child.ts';
import { wildcardEscaped } from './structure/wildcard-escaped.ts';
import { wrongNamespace } from './structure/wrong-namespace.ts';
import { wrongRoot } from './structure/wrong-root.ts';
import { fixedChanged } from './text/fixed-changed.ts';
import { textSpoiled } from './text/text-spoiled.ts';

/** Every way there is to break a constraint of a schema. */
export const operators: readonly Operator[] = [
  ...[wrongRoot, unknownChild, wrongNamespace, childDropped, childRepeated, orderSwapped, branchDropped, branchAdded],
  ...[unknownAttribute, attributeDropped, prohibitedAdded, textAdded, nilWithContent, abstractUsed, wildcardEscaped],
  ...[textSpoiled, fixedChanged, identityBroken, idBroken, typeMisnamed],
];
