import * as v from 'valibot';

const text = v.string();
const said = v.array(v.strictTuple([text, v.array(text)]));
const optional = v.optional(text);

/** An interaction as another process tells it. */
export const interactionShape = v.strictObject({
  kind: v.picklist([
    ...([
      'alive',
      'accepted',
      'published',
      'prepared',
      'schema',
      'content',
      'rule',
      'duplicate',
      'credentials',
    ] as const),
  ]),
  ...{ description: text, documentType: optional, constraint: optional },
  states: v.array(v.strictObject({ name: text, parameters: v.record(text, text) })),
  request: v.strictObject({
    ...{ username: text, action: text, message: text },
    said: v.union([v.literal('all'), said]),
  }),
  response: v.strictObject({ status: v.number(), message: optional, said }),
  reads: v.picklist(['accepted', 'alive', 'fault', 'refused', 'http-error', 'unexpected', 'none']),
});
