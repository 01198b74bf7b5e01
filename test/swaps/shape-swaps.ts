import { schema, wsdl, description, drp, changeMembers, nameIn, inFirstTag, type Swap } from './edits.ts';

/** Other names, another order, other namespaces, and what need not be there. */
export const shapeSwaps: readonly Swap[] = [
  { name: 'nothing', edit: () => undefined },
  {
    name: 'other names',
    edit: (copy) =>
      copy
        .replace([schema], /name="(Titel|Medium|Documenttype|BevoegdGezag|InhoudZip|Dossier|Code)"/, 'name="Ander$1"')
        .replace([schema], /type="drp:(Medium|Documenttype|Dossier)"/, 'type="drp:Ander$1"')
        .replace('codelists.xsd', /name="(Medium|Documenttype)"/, 'name="Ander$1"')
        .replace([wsdl, description, schema], 'VoegDossierToeEnPubliceer', 'DienIn')
        .replace(description, /drp:(Titel|Medium|Documenttype|BevoegdGezag|InhoudZip|Dossier|Code)\b/, 'drp:Ander$1')
        .replace(description, /codelists.xsd#(Medium|Documenttype)/, 'codelists.xsd#Ander$1'),
  },
  {
    name: 'members in the order of the alphabet',
    edit: (copy) =>
      changeMembers(copy, (members) => [...members].sort((one, other) => (nameIn(one) < nameIn(other) ? -1 : 1))),
  },
  {
    name: 'two namespaces',
    edit: (copy) =>
      copy
        .replace('codelists.xsd', drp, 'urn:lijsten')
        .replace(
          schema,
          '<xs:include schemaLocation="codelists.xsd"/>',
          '<xs:import namespace="urn:lijsten" schemaLocation="codelists.xsd"/>',
        )
        .replace(schema, `xmlns:drp="${drp}"`, `xmlns:drp="${drp}" xmlns:l="urn:lijsten"`)
        .replace(
          schema,
          /drp:(Documenttype|SoortOrganisatie|NaamOrganisatie|Rubriek|Onderwerp|Activiteit|Medium|Gemeente|Provincie|Waterschap|Status)"/,
          'l:$1"',
        ),
  },
  {
    name: 'deeper',
    edit: (copy) =>
      copy
        .replace(
          schema,
          /<xs:element name="Dossier" type="drp:Dossier">/,
          '<xs:element name="Bericht"><xs:annotation><xs:appinfo><g:ground standing="assumed"/></xs:appinfo></xs:annotation><xs:complexType><xs:sequence><xs:element name="Dossier" type="drp:Dossier"><xs:annotation><xs:appinfo><g:ground standing="assumed"/></xs:appinfo></xs:annotation></xs:element></xs:sequence></xs:complexType></xs:element><!--',
        )
        .replace(schema, /<!--(\s*<xs:annotation>.*\n\s*)<\/xs:element>/, '')
        .replace(description, /drp:Dossier\//, 'drp:Bericht/drp:Dossier/'),
  },
  {
    name: 'all optional',
    edit: (copy) =>
      changeMembers(copy, (members) =>
        members.map((one) =>
          inFirstTag(one, (tag) =>
            tag.includes('minOccurs') ? tag : tag.replace('<xs:element ', '<xs:element minOccurs="0" '),
          ),
        ),
      ),
  },
  {
    name: 'all nillable',
    edit: (copy) =>
      changeMembers(copy, (members) =>
        members.map((one) => inFirstTag(one, (tag) => tag.replace('<xs:element ', '<xs:element nillable="true" '))),
      ),
  },
];
