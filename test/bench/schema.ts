import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import type { Contract } from '#contract/contract';
import type { QName } from '#xml/qname';
import { documentText } from '#documents/schema/document-text';
import { fromSchema } from '#documents/schema/from-schema';
import { readValidSchema } from '#documents/schema/read-valid';
import { createShared } from '#documents/schema/shared';
import type { SchemaModel } from '#xml/schema/model';
import type { XmlElement } from '#xml/tree';
import { compileSchema } from '#xml/validator';

const milliseconds = (run: () => void): number => {
  const started = performance.now();
  run();
  return performance.now() - started;
};

const draw = (trees: fc.Arbitrary<XmlElement>, seed: number, numRuns: number): readonly XmlElement[] =>
  fc.sample(trees, { seed, numRuns });

/** Makes, writes and checks documents of the message schema, in milliseconds beside those of parse and validate alone. */
export const documentTimes = ({ files, schemas, service }: Contract, amount: number) => {
  const { model, trees } = open(files, schemas.message, service.deliver.request);
  const validator = compileSchema(files, schemas.message);
  const made: Uint8Array[] = [];
  const make = (seed: number): void => {
    const one = fc.property(trees, (tree) => {
      const bytes = Buffer.from(documentText(model, tree));
      made.push(bytes);
      return validator.validate(bytes).length === 0;
    });
    fc.assert(one, { seed, numRuns: amount });
  };
  make(1);
  made.length = 0;
  const ours = milliseconds(() => {
    make(2);
  });
  const theirs = milliseconds(() => {
    for (const bytes of made) validator.validate(bytes);
  });
  validator.dispose();
  return { ours, theirs };
};

const open = (
  files: Contract['files'],
  entry: string,
  root: QName,
): { readonly model: SchemaModel; readonly trees: fc.Arbitrary<XmlElement> } => {
  const model = readValidSchema(files, entry);
  return { model, trees: fromSchema(model, root, { shared: createShared() }) };
};

/** Bytes of heap in use after each of these numbers of documents, of which none is kept. */
export const heapAfter = ({ files, schemas, service }: Contract, amounts: readonly number[]): readonly number[] => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { trees } = open(files, schemas.message, service.deliver.request);
  let made = 0;
  return amounts.map((amount) => {
    for (; made < amount; made += atOnce) draw(trees, made, atOnce);
    collect();
    return process.memoryUsage().heapUsed;
  });
};

const atOnce = 100;

/** Milliseconds to read and check a schema of so many declarations, and to be ready to make its documents. */
export const compileTime = (declarations: number): number => {
  const files = new Map([['s.xsd', Buffer.from(schemaOf(declarations))]]);
  open(new Map([['s.xsd', Buffer.from(schemaOf(declarations))]]), 's.xsd', { namespace: '', name: 'r' });
  return milliseconds(() => {
    open(files, 's.xsd', { namespace: '', name: 'r' });
  });
};

const facets = [
  '<xs:restriction base="xs:string"><xs:maxLength value="40"/></xs:restriction>',
  '<xs:restriction base="xs:int"><xs:minInclusive value="0"/></xs:restriction>',
  '<xs:restriction base="xs:token"><xs:pattern value="[A-Z]{2}[0-9]{4}"/></xs:restriction>',
  '<xs:restriction base="xs:string"><xs:enumeration value="a"/><xs:enumeration value="b"/></xs:restriction>',
];

const schemaOf = (declarations: number): string => {
  const elements = Array.from({ length: declarations - 1 }, (_, index) => {
    const type = facets[index % facets.length] ?? '';
    return `<xs:element name="e${String(index)}" minOccurs="0"><xs:simpleType>${type}</xs:simpleType></xs:element>`;
  });
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:sequence>${elements.join('')}</xs:sequence></xs:complexType></xs:element></xs:schema>`;
};
