import fc from 'fast-check';
import { leavesOf } from '#xml/schema/leaves';
import type { ElementDeclaration, SchemaModel } from '#xml/schema/model';
import type { QName } from '#xml/qname';
import { sameName } from '#xml/qname';
import { pathText } from '#xml/schema/naming';
import { accepts } from '#xml/schema/read-children';
import { elementsOf, type XmlElement } from '#xml/tree';
import { createMaking, rootOf } from '../schema/from-schema.ts';
import type { Making } from '../schema/making.ts';
import { withPrefixes } from '../schema/prefixes.ts';
import { changeAt, spliceChildren, withAttribute, withText } from '../path/replace.ts';
import { sitesOf, type Site } from '../violation/sites.ts';
import { textPlaces, type TextPlace } from '../violation/text-places.ts';
import type { RuleWords } from './rule-words.ts';
import type { Subject } from '../subject.ts';

/** A tree with one edit after which it is meant to keep its schema. */
export interface Mutation {
  readonly tree: XmlElement;
  readonly operator: 'value-changed' | 'part-dropped' | 'part-repeated' | 'part-replaced' | 'part-added';
  /** The edited node: `/Dossier/Titel`; for an edit among children their parent. */
  readonly edited: string;
}

interface Change extends Pick<Mutation, 'operator'> {
  readonly element: XmlElement;
  readonly attribute?: string;
}

interface Workbench {
  readonly making: Making;
  readonly words: RuleWords;
  /** Texts that stand elsewhere in the document. */
  readonly texts: readonly string[];
}

/** More places than this in one tree are not looked at. */
const mostSites = 60;
/** How much more often a place is edited that the rule names. */
const namedWeight = 6;

/** Edits of a valid tree that leave it valid by its schema, most of them where the rule looks; undefined when there are none. */
export const mutationsOf = (
  { model, options }: Subject,
  tree: XmlElement,
  words: RuleWords,
): fc.Arbitrary<Mutation> | undefined => {
  const root: QName = { namespace: tree.namespace, name: tree.name };
  const sites = sitesOf(model, tree).slice(0, mostSites);
  const texts = sites.flatMap((site) => textPlaces(site, site.node).map(({ text }) => text));
  const bench: Workbench = {
    making: createMaking(model, rootOf(model, root), options),
    words,
    texts: [...new Set(texts)],
  };
  const weighted = sites.flatMap((site) =>
    editors.flatMap((editor) =>
      editor(bench, site).map(({ arbitrary, name }) => ({
        weight: words.names.has(name) || words.names.has(site.node.name) ? namedWeight : 1,
        arbitrary: arbitrary.map((change) => mutated(tree, site, { change, model })),
      })),
    ),
  );
  return weighted.length === 0 ? undefined : fc.oneof(...weighted);
};

interface Edit {
  readonly change: Change;
  readonly model: SchemaModel;
}

const mutated = (tree: XmlElement, site: Site, { change, model }: Edit): Mutation => {
  const { element, operator, attribute } = change;
  const whole = changeAt(tree, site.indices, () => withPrefixes(model, site, element));
  const edited = pathText(whole, site.indices) + (attribute === undefined ? '' : `/@${attribute}`);
  return { tree: whole, operator, edited };
};

interface Named {
  /** Local name of what is edited. */
  readonly name: string;
  readonly arbitrary: fc.Arbitrary<Change>;
}

type Editor = (bench: Workbench, site: Site) => readonly Named[];

/** Another value of the type: one that the rule names, one that stands elsewhere, or any. */
const valueChanged: Editor = ({ making, words, texts }, site) =>
  textPlaces(site, site.node).map((place) => {
    const { values } = making;
    const known = [...words.values, ...texts].filter(
      (text) => text !== place.text && values.check(place.type, text) === 'yes',
    );
    const any = values.of(place.type);
    const drawn = known.length === 0 ? any : fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...known) }, any);
    const name = place.attribute?.name;
    return {
      name: name ?? site.node.name,
      arbitrary: drawn.map((text): Change => ({
        operator: 'value-changed',
        element: withValue(site.node, place, text),
        ...(name === undefined ? {} : { attribute: name }),
      })),
    };
  });

const withValue = (node: XmlElement, { attribute }: TextPlace, text: string): XmlElement =>
  attribute === undefined ? withText(node, text) : withAttribute(node, attribute, text);

const particleOf = ({ type }: Site) => (type.kind === 'complex' ? type.particle : undefined);

const partDropped: Editor = ({ making: { model } }, site) => {
  const children = elementsOf(site.node);
  const droppable = children.flatMap((child, at): readonly Named[] => {
    const others = children.filter((one) => one !== child);
    if (!accepts(particleOf(site), others, model)) return [];
    const element = spliceChildren(site.node, { at, remove: 1 });
    return [{ name: child.name, arbitrary: fc.constant({ operator: 'part-dropped', element }) }];
  });
  const optional = site.type.kind === 'complex' ? site.type.attributes.filter(({ required }) => !required) : [];
  const attributes = optional
    .map(({ declaration }) => declaration.name)
    .filter((name) => site.node.attributes.some((one) => sameName(one, name)))
    .map((name): Named => ({
      name: name.name,
      arbitrary: fc.constant({
        operator: 'part-dropped',
        element: withAttribute(site.node, name, undefined),
        attribute: name.name,
      }),
    }));
  return [...droppable, ...attributes];
};

const partRepeated: Editor = ({ making: { model } }, site) => {
  const children = elementsOf(site.node);
  return children.flatMap((child, at): readonly Named[] => {
    if (!accepts(particleOf(site), children.toSpliced(at, 0, child), model)) return [];
    const element = spliceChildren(site.node, { at, insert: [child] });
    return [{ name: child.name, arbitrary: fc.constant({ operator: 'part-repeated', element }) }];
  });
};

/** Another element for the same declaration; the root would be another document. */
const partReplaced: Editor = ({ making }, site) => {
  if (site.parent === undefined || elementsOf(site.node).length === 0) return [];
  const arbitrary = making.element(site.element, 0).map((element): Change => ({ operator: 'part-replaced', element }));
  return [{ name: site.node.name, arbitrary }];
};

const partAdded: Editor = (bench, site) => [...elementAdded(bench, site), ...attributeAdded(bench, site)];

const elementAdded: Editor = ({ making }, site) => {
  const particle = particleOf(site);
  if (particle === undefined) return [];
  const children = elementsOf(site.node);
  const candidates = leavesOf(particle).flatMap(({ term }) => (term.kind === 'element' ? [term] : []));
  return candidates
    .filter(({ abstract }) => !abstract)
    .flatMap((term: ElementDeclaration): readonly Named[] => {
      const at = Array.from({ length: children.length + 1 }, (_, index) => index).find((index) =>
        accepts(
          particle,
          children.map(({ namespace, name }): QName => ({ namespace, name })).toSpliced(index, 0, term.name),
          making.model,
        ),
      );
      if (at === undefined) return [];
      const arbitrary = making.element(term, 0).map((child): Change => ({
        operator: 'part-added',
        element: spliceChildren(site.node, { at, insert: [child] }),
      }));
      return [{ name: term.name.name, arbitrary }];
    });
};

const attributeAdded: Editor = ({ making }, site) => {
  const uses = site.type.kind === 'complex' ? site.type.attributes : [];
  return uses
    .filter(
      ({ declaration, value }) =>
        value?.kind !== 'fixed' && !site.node.attributes.some((one) => sameName(one, declaration.name)),
    )
    .map(({ declaration }): Named => ({
      name: declaration.name.name,
      arbitrary: making.values.of(declaration.type).map((text): Change => ({
        operator: 'part-added',
        element: withAttribute(site.node, declaration.name, text),
        attribute: declaration.name.name,
      })),
    }));
};

const editors: readonly Editor[] = [valueChanged, partDropped, partRepeated, partReplaced, partAdded];
