import fc from 'fast-check';

/** The same values, with what is thrown while one is made told otherwise. */
export const rethrowing = <Value>(
  values: fc.Arbitrary<Value>,
  toldAs: (error: unknown) => unknown,
): fc.Arbitrary<Value> => new Rethrowing(values, toldAs);

class Rethrowing<Value> extends fc.Arbitrary<Value> {
  readonly #values: fc.Arbitrary<Value>;
  readonly #toldAs: (error: unknown) => unknown;

  constructor(values: fc.Arbitrary<Value>, toldAs: (error: unknown) => unknown) {
    super();
    this.#values = values;
    this.#toldAs = toldAs;
  }

  override generate(random: fc.Random, biasFactor: number | undefined): fc.Value<Value> {
    try {
      return this.#values.generate(random, biasFactor);
    } catch (error) {
      throw this.#toldAs(error);
    }
  }

  override canShrinkWithoutContext(value: unknown): value is Value {
    return this.#values.canShrinkWithoutContext(value);
  }

  override shrink(value: Value, context: unknown): fc.Stream<fc.Value<Value>> {
    return this.#values.shrink(value, context);
  }
}
