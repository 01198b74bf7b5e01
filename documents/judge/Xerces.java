import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Validates what comes over standard input with the JDK's Xerces and writes one line for each record.
 * A record is 'S', a count and so many pairs of name and bytes (a schema, its entry first), or 'D' and bytes (a document).
 */
public final class Xerces {
  private static final String BASE = "file:///schema/";

  public static void main(String[] arguments) throws Exception {
    DataInputStream in = new DataInputStream(System.in);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Schema schema = null;
    String refused = "no schema";
    while (true) {
      int kind;
      try {
        kind = in.readByte();
      } catch (EOFException end) {
        return;
      }
      if (kind == 'S') {
        try {
          schema = readSchema(in);
          out.println("ready");
        } catch (SAXException | RuntimeException | StackOverflowError error) {
          schema = null;
          refused = line(error);
          out.println("refused " + refused);
        }
      } else {
        byte[] document = bytes(in);
        out.println(schema == null ? "refused " + refused : judge(schema, document));
      }
    }
  }

  private static Schema readSchema(DataInputStream in) throws Exception {
    Map<String, byte[]> files = new HashMap<>();
    String entry = null;
    int count = in.readInt();
    for (int index = 0; index < count; index += 1) {
      String name = new String(bytes(in), StandardCharsets.UTF_8);
      if (entry == null) entry = name;
      files.put(pathOf(BASE + name), bytes(in));
    }
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
    factory.setFeature("http://apache.org/xml/features/honour-all-schemaLocations", true);
    DOMImplementationLS load =
        (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
    factory.setResourceResolver(
        (type, namespace, publicId, systemId, base) -> {
          LSInput input = load.createLSInput();
          if (XMLConstants.XML_DTD_NS_URI.equals(type)) {
            // The document type of a schema document declares nothing that it needs.
            input.setSystemId(systemId);
            input.setByteStream(new ByteArrayInputStream(new byte[0]));
            return input;
          }
          String uri = systemId == null ? null : URI.create(base).resolve(systemId.trim()).toString();
          byte[] found = uri == null ? null : files.get(pathOf(uri));
          input.setSystemId(uri == null ? null : BASE + pathOf(uri).replaceFirst("^/schema/", ""));
          input.setByteStream(found == null ? nothing() : new ByteArrayInputStream(found));
          return input;
        });
    factory.setErrorHandler(strict());
    return factory.newSchema(new StreamSource(new ByteArrayInputStream(files.get(pathOf(BASE + entry))), BASE + entry));
  }

  /** Without the slashes that some parts of the JDK take away. */
  private static String pathOf(String uri) {
    return URI.create(uri).getPath();
  }

  /** What is not among the files is not looked for anywhere else. */
  private static InputStream nothing() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("not among the files");
      }
    };
  }

  private static String judge(Schema schema, byte[] document) throws IOException {
    Validator validator = schema.newValidator();
    validator.setErrorHandler(strict());
    try {
      validator.validate(new StreamSource(new ByteArrayInputStream(document)));
      return "valid";
    } catch (SAXParseException error) {
      return (error.getMessage().matches("(?s)(cvc|undeclared|Identity|Duplicate|Key|unparsed).*") ? "invalid " : "malformed ") + line(error);
    } catch (MissingResourceException error) {
      // The JDK lacks the text of a message that it wants to give.
      return (error.getKey().startsWith("cvc") ? "invalid " : "broken ") + line(error);
    } catch (SAXException | RuntimeException | StackOverflowError error) {
      return "broken " + line(error);
    }
  }

  private static ErrorHandler strict() {
    return new ErrorHandler() {
      @Override
      public void warning(SAXParseException warning) {}

      @Override
      public void error(SAXParseException error) throws SAXException {
        throw error;
      }

      @Override
      public void fatalError(SAXParseException error) throws SAXException {
        throw error;
      }
    };
  }

  /** One line for whoever reads: some end theirs at more characters than Java calls white space. */
  private static String line(Throwable error) {
    return String.valueOf(error.getMessage()).replaceAll("[\\s\\u0085\\u2028\\u2029]+", " ");
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    byte[] read = new byte[in.readInt()];
    in.readFully(read);
    return read;
  }
}
