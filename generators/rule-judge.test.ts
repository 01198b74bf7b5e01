import { expect, test } from 'vitest';
import { compileSchema } from '#xml/validator';
import { DocumentError } from '#documents/document-error';
import { first } from '#documents/draws';
import { searchRuleViolations } from '#documents/rules/rule-violations';
import { orders, orderSchema } from '../test/samples/order-schema.ts';
import { validDocuments } from '#documents/valid-documents';
import { createRuleJudge } from './rule-judge.ts';
import { orderRules } from '../test/samples/order-rules.ts';

const order = { namespace: 'urn:o', name: 'order' };
const seed = 1;

/** An instance of the validator that shares nothing with the one under test. */
const isValid = (bytes: Uint8Array): boolean => {
  const validator = compileSchema(new Map([['order.xsd', Buffer.from(orderSchema)]]), 'order.xsd');
  const messages = validator.validate(bytes);
  validator.dispose();
  return messages.length === 0;
};

const rules = createRuleJudge('rules.sch', Buffer.from(orderRules));

test('valid documents keep the schema and the rules', () => {
  const some = [...first(validDocuments({ ...orders(), rules }, order, { seed }), 40)];

  expect(some.filter(({ value }) => !isValid(value.bytes) || rules.broken(value.bytes).length > 0)).toEqual([]);
});

test('valid documents end with the rule that no document keeps', () => {
  const impossible = orderRules.replace('count(o:line) &lt;= 2', 'count(o:line) = 0');
  const subject = { ...orders(), rules: createRuleJudge('rules.sch', Buffer.from(impossible)) };

  expect(() => validDocuments(subject, order, { seed }).next()).toThrow(DocumentError);
  expect(() => validDocuments(subject, order, { seed }).next()).toThrow(/^rules\.sch:6: .* keeps rule few;/);
});

test('violations of a rule break it alone and keep the schema, or say how far was looked', () => {
  const subject = { ...orders(), rules };
  const all = rules.rules.map(({ id }) => id);
  const searches = rules.rules.map((rule) => ({
    id: rule.id,
    ...searchRuleViolations(subject, order, { rule, wanted: 2, seed }),
  }));

  expect(all).toEqual(['end', 'few', 'assert-3', 'one']);
  const broken = searches.flatMap(({ id, found }) =>
    found.map(({ value }) => ({ id, valid: isValid(value.bytes), broken: rules.broken(value.bytes) })),
  );
  expect(broken.map(({ id, valid, broken: [only, ...more] }) => [id, valid, only?.id, more.length])).toEqual(
    ['end', 'few', 'assert-3'].flatMap((id) => [
      [id, true, id, 0],
      [id, true, id, 0],
    ]),
  );
  expect(searches.at(-1)?.reason).toMatch(/^not violable: \d+ edits of \d+ valid documents did not break it alone/);
});
