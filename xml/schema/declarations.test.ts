import { expect, test } from 'vitest';
import { parseTree } from '../parse.ts';
import { childrenDeclared, declaredIn } from './declarations.ts';
import { readSchema } from './read.ts';

const modelOf = (process: string) =>
  readSchema(
    new Map([
      [
        's.xsd',
        Buffer.from(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="m" type="xs:int"/><xs:element name="r"><xs:complexType><xs:sequence>
<xs:any namespace="##local" processContents="${process}"/><xs:element name="x" type="xs:int"/><xs:element ref="m"/></xs:sequence></xs:complexType></xs:element></xs:schema>`),
      ],
    ]),
    's.xsd',
  );
const tree = parseTree(Buffer.from('<r><m>1</m><x>2</x><m>3</m></r>'));

test.each([
  ['skip', [undefined, 'x', 'm']],
  ['lax', ['m', 'x', 'm']],
])('what a wildcard takes with %s is declared accordingly, though its name is declared beside it', (process, names) => {
  const model = modelOf(process);
  const type = declaredIn(model, tree, [])?.type;

  expect(names.map((_, index) => declaredIn(model, tree, [index])?.element.name.name)).toEqual(names);
  expect(type && childrenDeclared(model, type, tree).map((one) => one?.name.name)).toEqual(names);
});
