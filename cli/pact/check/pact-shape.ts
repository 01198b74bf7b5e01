import * as v from 'valibot';

const text = v.string('must be a text');

/** To valibot a list is an object whose names are numbers. */
const headers = v.pipe(
  v.custom<object>((value) => typeof value === 'object' && !Array.isArray(value), 'must hold headers'),
  v.record(text, v.union([text, v.array(text)], 'must be a text, or a list of texts'), 'must hold headers'),
);

const request = v.object(
  {
    method: text,
    path: text,
    headers: v.nullish(headers, {}),
    body: v.optional(v.unknown()),
    generators: v.nullish(v.object({ body: v.nullish(v.record(text, v.unknown()), {}) }), {}),
  },
  'must be a request, with a method and a path',
);

const response = v.object(
  {
    status: v.optional(v.pipe(v.number('must be a number'), v.integer('must be a whole number')), 200),
    headers: v.nullish(headers, {}),
    body: v.optional(v.unknown()),
  },
  'must be a response',
);

/** An interaction over HTTP, of any specification. */
export const httpShape = v.object({ request, response }, 'must be an interaction, with a request and a response');

/** What every interaction says of itself; `type` since specification 4. */
export const interactionShape = v.object(
  { description: text, type: v.nullish(text) },
  'must be an interaction with a description',
);

/** A pact, whatever its interactions are. */
export const pactShape = v.object({
  interactions: v.optional(v.array(v.unknown(), 'must be a list')),
  messages: v.optional(v.array(v.unknown(), 'must be a list')),
  metadata: v.optional(v.unknown()),
});

const version = v.pipe(v.union([text, v.number()]), v.transform(String));

/** Where a pact says by which specification it is written. */
export const metadataShape = v.object({
  pactSpecification: v.optional(
    v.union([
      v.object({ version }),
      v.pipe(
        version,
        v.transform((said) => ({ version: said })),
      ),
    ]),
  ),
  'pact-specification': v.optional(v.object({ version })),
  pactSpecificationVersion: v.optional(version),
});

/** A body since specification 4. */
export const bodyShape = v.object({
  content: v.optional(v.unknown()),
  encoded: v.optional(v.union([v.boolean(), text])),
});
