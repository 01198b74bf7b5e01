import type { SchemaModel } from '#xml/schema/model';
import { allComponents } from '#xml/schema/walk';
import type { Check } from '../values/check.ts';
import { checkAttribute, checkElement, checkUses } from './check-declarations.ts';
import { checkConsistency } from './consistency.ts';
import { checkDerivation } from './derivation.ts';
import { checkDeterminism } from './determinism.ts';
import { checkSimpleType } from './simple-type.ts';

/** Checks the components of a schema against what XSD 1.0 asks of them; throws `SchemaError` for the first that is wrong. */
export const checkSchema = (model: SchemaModel, check: Check): void => {
  for (const component of allComponents(model))
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
        checkUses(component, check);
        checkDerivation(component, model);
        checkConsistency(component, model);
        checkDeterminism(component, model);
        break;
      default:
        break;
    }
};
