import { descriptionShape } from '#contract/description/description-shape';

/** A key that `contract.yaml` can have; `NAME` stands for one that its author chooses, `[]` for each item of a list. */
export interface DescriptionKey {
  readonly key: string;
  readonly isRequired: boolean;
  /** The words that it takes; none where it takes more. */
  readonly words: readonly string[];
}

interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
  readonly options?: readonly string[];
  readonly getter?: (input: unknown) => Shape;
}

/** Every key that the reader knows, in its order. */
export const descriptionKeys = (): readonly DescriptionKey[] => keysIn(descriptionShape, '', new Set());

const keysIn = (shape: Shape, path: string, around: ReadonlySet<Shape>): readonly DescriptionKey[] => {
  if (around.has(shape)) return [];
  const inner = new Set([...around, shape]);
  if (shape.wrapped !== undefined) return keysIn(shape.wrapped, path, inner);
  if (shape.item !== undefined) return keysIn(shape.item, `${path}[]`, inner);
  if (shape.getter !== undefined) return keysIn(shape.getter({ NAME: {} }), path, around);
  return Object.entries(shape.entries ?? {}).flatMap(([name, child]) => {
    const key = path === '' ? name : `${path}.${name}`;
    const own = { key, isRequired: child.type !== 'optional', words: (child.wrapped ?? child).options ?? [] };
    return [own, ...keysIn(child, key, inner)];
  });
};
