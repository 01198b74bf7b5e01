import type { ModelGroup, Narrowed, Particle, SchemaModel } from '#xml/schema/model';
import { allComponents, componentsOf } from '#xml/schema/walk';
import type { Check } from '../values/check.ts';
import { checkAttribute, checkElement, checkUses } from './check-declarations.ts';
import { checkConsistency } from './consistency.ts';
import { checkAttributes, checkDerivation } from './derivation.ts';
import { checkDeterminism } from './determinism.ts';
import { whyNoRestriction } from './particle-restriction.ts';
import { refuse } from './refuse.ts';
import { checkSimpleType } from './simple-type.ts';

/** Checks the components of a schema against what XSD 1.0 asks of them; throws `SchemaError` for the first that is wrong. */
export const checkSchema = (model: SchemaModel, check: Check): void => {
  for (const narrowed of model.narrowed) checkNarrowed(narrowed, model);
  for (const group of model.attributeGroups) checkUses('xs:attributeGroup', group, check);
  const unused = [...model.groups, ...model.attributeGroups.flatMap(({ attributes }) => attributes)];
  for (const component of componentsOf([...allComponents(model), ...unused]))
    switch (component.kind) {
      case 'simple':
        checkSimpleType(component, check, model);
        break;
      case 'element':
        checkElement(component, check);
        break;
      case 'attribute':
        checkAttribute(component, check);
        break;
      case 'complex':
        checkUses('xs:complexType', component, check);
        checkDerivation(component, model);
        checkConsistency(component, model);
        checkDeterminism(component, model);
        break;
      default:
        break;
    }
};

/** A redefinition that does not refer to itself restricts the original (part 1, 4.2.2, Redefinition Constraints clauses 6.2.2 and 7.2.2). */
const checkNarrowed = (narrowed: Narrowed, model: SchemaModel): void => {
  if (narrowed.kind === 'attributes') {
    checkAttributes('xs:attributeGroup', narrowed.own, narrowed.base);
    return;
  }
  const { own, base } = narrowed;
  const once = (term: ModelGroup): Particle => ({ ...term, min: 1, max: 1, term });
  const why = whyNoRestriction(once(own), once(base), model);
  if (why !== undefined) refuse('xs:group', own, `${why} (part 1, 4.2.2)`);
};
