import { allUses } from '#contract/use';
import { type DrawnFolder, bodies } from './drawn-folder.ts';
import { namespacesOf } from './names.ts';
import { type RoleTree, rolePathOf, rolesOf } from './roles.ts';
import { listsOf } from './types.ts';

/** The `contract.yaml` of a drawn contract; JSON is YAML. */
export const contractYaml = (folder: DrawnFolder): string => JSON.stringify(entriesOf(folder), null, 1);

const entriesOf = (folder: DrawnFolder) => {
  const { message, parts, content } = namespacesOf(folder);
  const home = folder.namespaces === 1 ? 'message.xsd' : 'parts.xsd';
  const grounded = { ground: 'confirmed', source: 'drawn' };
  return {
    ...{ contract: 'drawn', title: 'Drawn', provenance: { standing: 'confirmed', basis: 'drawn' } },
    namespaces: { m: message, t: parts, ...(content === undefined ? {} : { c: content }) },
    service: {
      wsdl: 'service.wsdl',
      deliver: {
        ...{ name: 'Deliver', action: 'urn:drawn:deliver', request: `m:${folder.request}` },
        ...{ response: `m:${folder.request}Response`, ...grounded },
      },
      answer: { dossierNumber: 'Number' },
    },
    schemas: { message: 'message.xsd', view: 'view.xsd', rules: 'rules.sch' },
    codeLists: Object.keys(listsOf(folder)).map((name) => `${home}#${name}`),
    documentTypes: folder.types.map((name, index) => ({
      ...{ name, label: name, content: folder.fields.some(({ part }) => part === 'content') ? 'xml' : 'none' },
      ...(index === 2 ? { needs: 'bopa' } : {}),
      ...{ example: `example-${String(index)}.xml`, ...grounded },
    })),
    roles: written(folder, rolesOf(folder)),
    uses: Object.fromEntries(
      allUses.flatMap((use) => (folder.says[use] === undefined ? [] : [[use, said(folder, use)]])),
    ),
    errorCodes: Object.fromEntries(
      ['schema', 'content', 'rule', 'duplicate', 'credentials', 'size', 'internal'].map((code) => [
        code,
        { code, nl: 'Fout.', en: 'Wrong.', ground: 'assumed' },
      ]),
    ),
    limits: { messageBytes: 100_000, contentBytes: 100_000, ground: 'assumed' },
  };
};

const said = (folder: DrawnFolder, use: (typeof allUses)[number]): string => {
  const field = folder.fields.find(({ part }) => part === use);
  return field === undefined || folder.says[use] === 'none' ? 'none' : rolePathOf(folder, field);
};

const written = (folder: DrawnFolder, roles: readonly RoleTree[]): object =>
  Object.fromEntries(
    roles.map(({ name, at, decode, roles: below, payload }) => [
      name,
      {
        ...{ at, decode },
        ...(below.length === 0 ? {} : { roles: written(folder, below) }),
        ...(payload === undefined ? {} : { payload: payloadOf(folder, payload) }),
      },
    ]),
  );

const payloadOf = (folder: DrawnFolder, payload: readonly RoleTree[]): object => ({
  schema: 'content.xsd',
  root: namespacesOf(folder).content === undefined ? folder.root : `c:${folder.root}`,
  roles: written(folder, payload),
});

/** A body of each kind that a profile may list. */
export const someBodies: readonly { readonly soort: string; readonly naam: string }[] = Object.entries(bodies).flatMap(
  ([soort, names]) => names.map((naam) => ({ soort, naam })),
);
