import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A client that knows nothing but a WSDL in one document: it makes the request of an operation from the schemas in it, with texts for
 * elements by their local names, delivers it and prints status and answer. Arguments: address of the WSDL, user:password, operation, name=text...
 */
public class Deliver {
  static final String XSD = "http://www.w3.org/2001/XMLSchema";
  static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
  static final String SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";
  static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
  static final Map<String, String> texts = new HashMap<>();
  static Document wsdl;

  public static void main(String[] arguments) throws Exception {
    var client = HttpClient.newHttpClient();
    var login = "Basic " + Base64.getEncoder().encodeToString(arguments[1].getBytes(StandardCharsets.UTF_8));
    for (var index = 3; index < arguments.length; index++) {
      var parts = arguments[index].split("=", 2);
      texts.put(parts[0], parts[1]);
    }
    var got = client.send(
        HttpRequest.newBuilder(URI.create(arguments[0])).header("Authorization", login).build(),
        HttpResponse.BodyHandlers.ofByteArray());
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    wsdl = factory.newDocumentBuilder().parse(new ByteArrayInputStream(got.body()));

    var binding = named(first(wsdl.getDocumentElement(), WSDL, "binding"), WSDL, "operation", arguments[2]);
    var action = first(binding, SOAP, "operation").getAttribute("soapAction");
    var declared = named(first(wsdl.getDocumentElement(), WSDL, "portType"), WSDL, "operation", arguments[2]);
    var message = global(WSDL, "message", local(first(declared, WSDL, "input").getAttribute("message")));
    var address = first(first(wsdl.getDocumentElement(), WSDL, "service"), SOAP, "address").getAttribute("location");

    var document = factory.newDocumentBuilder().newDocument();
    var envelope = document.createElementNS(ENVELOPE, "e:Envelope");
    var body = document.createElementNS(ENVELOPE, "e:Body");
    document.appendChild(envelope).appendChild(body);
    fill(document, body, global(XSD, "element", local(first(message, WSDL, "part").getAttribute("element"))));
    var text = new StringWriter();
    var writer = TransformerFactory.newInstance().newTransformer();
    writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    writer.transform(new DOMSource(document), new StreamResult(text));

    var answer = client.send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", login)
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", "\"" + action + "\"")
            .POST(HttpRequest.BodyPublishers.ofString(text.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
    System.out.println(answer.statusCode());
    System.out.println(answer.body());
  }

  /** Puts in what an element declaration demands or a text is given for. */
  static boolean fill(Document document, Element parent, Element declaration) {
    if (declaration.hasAttribute("ref")) declaration = global(XSD, "element", local(declaration.getAttribute("ref")));
    var schema = schemaOf(declaration);
    var isQualified = declaration.getParentNode() == schema || "qualified".equals(schema.getAttribute("elementFormDefault"));
    var name = declaration.getAttribute("name");
    var element = document.createElementNS(isQualified ? schema.getAttribute("targetNamespace") : null, name);
    parent.appendChild(element);
    var type = declaration.hasAttribute("type")
        ? global(XSD, "complexType", local(declaration.getAttribute("type")))
        : first(declaration, XSD, "complexType");
    var holds = texts.containsKey(name) && type == null;
    if (holds) element.setTextContent(texts.get(name));
    else if (type != null) holds = members(document, element, type);
    if (!holds && "0".equals(declaration.getAttribute("minOccurs"))) parent.removeChild(element);
    return holds;
  }

  static boolean members(Document document, Element element, Element type) {
    var holds = false;
    var extension = first(type, XSD, "extension");
    if (extension != null) {
      var base = global(XSD, "complexType", local(extension.getAttribute("base")));
      if (base != null) holds = members(document, element, base);
    }
    for (var node = type.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (!(node instanceof Element child) || !XSD.equals(child.getNamespaceURI())) continue;
      if ("element".equals(child.getLocalName())) holds |= fill(document, element, child);
      else if (!"annotation".equals(child.getLocalName())) holds |= members(document, element, child);
    }
    return holds;
  }

  static Element schemaOf(Node node) {
    while (!"schema".equals(node.getLocalName())) node = node.getParentNode();
    return (Element) node;
  }

  static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  static Element global(String namespace, String tag, String name) {
    NodeList all = wsdl.getElementsByTagNameNS(namespace, tag);
    for (var index = 0; index < all.getLength(); index++) {
      var one = (Element) all.item(index);
      var around = one.getParentNode().getLocalName();
      if (name.equals(one.getAttribute("name")) && ("schema".equals(around) || "definitions".equals(around))) return one;
    }
    return null;
  }

  static Element first(Element around, String namespace, String tag) {
    return (Element) around.getElementsByTagNameNS(namespace, tag).item(0);
  }

  static Element named(Element around, String namespace, String tag, String name) {
    NodeList all = around.getElementsByTagNameNS(namespace, tag);
    for (var index = 0; index < all.getLength(); index++)
      if (name.equals(((Element) all.item(index)).getAttribute("name"))) return (Element) all.item(index);
    return null;
  }
}
