/** Who speaks in a Fault of the receiver itself, where messages go on to another endpoint (faultactor, SOAP 1.1 section 4.4). */
export const receiverActor = 'urn:3pas-conformance:receiver';
