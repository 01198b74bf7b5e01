/** Where the example of a document type stands. */
export const exampleFile = (documentType: string): string => `examples/${documentType.replace(/[^\w.-]+/g, '-')}.xml`;
