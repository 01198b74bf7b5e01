/** The namespace of `xml:lang` and its like, which every schema may import and nobody keeps a schema of. */
export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** A schema of what XML itself defines there; it rests on the recommendation. */
export const xmlSchema = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${xmlNamespace}">
  <xs:annotation>
    <xs:appinfo>
      <g:ground xmlns:g="urn:3pas:ground" standing="public" source="XML 1.0, XML Base and xml:id, recommendations of W3C"/>
    </xs:appinfo>
  </xs:annotation>
  <xs:attribute name="lang" type="xs:language"/>
  <xs:attribute name="base" type="xs:anyURI"/>
  <xs:attribute name="id" type="xs:ID"/>
  <xs:attribute name="space">
    <xs:simpleType>
      <xs:restriction base="xs:NCName">
        <xs:enumeration value="default"/>
        <xs:enumeration value="preserve"/>
      </xs:restriction>
    </xs:simpleType>
  </xs:attribute>
</xs:schema>
`;
