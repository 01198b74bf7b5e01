/** Rules over orders, of the schema in `order-schema.ts`; the last can't be broken. */
export const orderRules = `<schema xmlns="http://purl.oclc.org/dsdl/schematron">
  <ns prefix="o" uri="urn:o"/>
  <pattern>
    <rule context="o:order">
      <assert id="end" test="not(@kind = 'forward') or o:until">A forward order has an end.</assert>
      <assert id="few" test="count(o:line) &lt;= 2">At most two lines.</assert>
      <report test="o:customer = 'nobody'">Nobody orders: <value-of select="o:customer"/>.</report>
      <assert id="one" test="count(o:customer) = 1">One customer.</assert>
    </rule>
  </pattern>
</schema>`;
