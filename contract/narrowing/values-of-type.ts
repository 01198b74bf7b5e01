import { xsd } from '#xml/schema/names';
import { compileSchema } from '#xml/validator';
import { escaped } from './escaped.ts';

/** Those of some texts that are no value of a built-in type with these facets; throws `XmlError` for a facet that is none. */
export const valuesThatAreNo = (
  builtin: string,
  facets: readonly (readonly [kind: string, value: string])[],
  values: readonly string[],
): readonly string[] => {
  if (values.length === 0) return [];
  const inner = facets.map(([kind, value]) => `<xs:${kind} value="${escaped(value)}"/>`).join('');
  const type = `<xs:simpleType><xs:restriction base="xs:${builtin}">${inner}</xs:restriction></xs:simpleType>`;
  const schema = `<xs:schema xmlns:xs="${xsd}"><xs:element name="v">${type}</xs:element></xs:schema>`;
  const validator = compileSchema(new Map([['v.xsd', Buffer.from(schema)]]), 'v.xsd');
  try {
    return values.filter((one) => validator.validate(Buffer.from(`<v>${escaped(one)}</v>`)).length > 0);
  } finally {
    validator.dispose();
  }
};
