import type { Bilingual } from '#contract/texts/bilingual';
import { remembered } from './remembered.ts';

/** Something of the inside of a system that stands in a text. */
export interface Internal {
  readonly kind: Bilingual;
  readonly text: string;
}

interface Pattern {
  readonly kind: Bilingual;
  /** Global, and without a way to run long. */
  readonly forms: readonly RegExp[];
}

const trace: Pattern = {
  kind: { nl: 'een stacktrace', en: 'a stack trace' },
  forms: [
    // Java, .NET and Kotlin: a method of a class in a package, at a line or not; .NET says it in the language of the server.
    /\b(?:at|bij)\s+(?:[A-Za-z_$][\w$`]{0,80}\.){2,12}[\w$`<>.[\],]{1,120}\(/g,
    /\([\w$.-]{1,80}\.(?:java|kt|scala|groovy|clj):\d{1,6}\)/g,
    /Traceback \(most recent call last\)/g,
    /\bFile "[^"\n]{1,200}", line \d+/g,
    /\bat\s+[^\n()]{0,120}\(?(?:file:\/\/|\/|[A-Z]:\\)[^\s()]{1,200}:\d+:\d+\)?/g,
    /[\w./-]{1,120}\.rb:\d+:in\b/g,
    /\bgoroutine \d+ \[/g,
    /\bon line \d+ in \S{1,200}|\bin \S{1,200}\.php(?: on line |:)\d+/g,
    /<(?:\w+:)?StackTrace>[^<]{1,200}/gi,
    /"(?:stackTrace|stack)"\s*:\s*"[^"]{1,200}/gi,
  ],
};

const source: Pattern = {
  kind: { nl: 'een klasse of bronbestand met regelnummer', en: 'a class or source file with a line number' },
  forms: [
    /\b[\w$-]{1,80}\.(?:java|kt|scala|cs|vb|fs|php|py|rb|go|cpp|ts|js|sql)(?::(?:line )?|\(|, line )\d{1,6}/g,
    /\b(?:[a-z_][\w$]{0,60}\.){2,12}[A-Z][\w$]{0,80}(?:Exception|Error)\b/g,
    /\b(?:System|Microsoft|Npgsql|MySql|Oracle)\.(?:[A-Z]\w{0,60}\.){0,8}[A-Z]\w{0,80}(?:Exception|Error)\b/g,
  ],
};

const query: Pattern = {
  kind: { nl: 'een opdracht of melding van de database', en: 'a statement or message of the database' },
  forms: [
    /\bSELECT\s[^;<]{1,300}?\sFROM\s+[\w."[\]`]+/g,
    /\bselect\s[^;<]{1,300}?\sfrom\s+[\w."[\]`]+\s+where\b/gi,
    /\bINSERT\s+INTO\s+[\w."[\]`]+/gi,
    /\bUPDATE\s+[\w."[\]`]+\s+SET\s+[\w."[\]`]+\s*=/gi,
    /\bDELETE\s+FROM\s+[\w."[\]`]+/g,
    /\b(?:ORA|PLS|DB2 SQL|SQL)-?\d{4,5}[A-Z]?\b|\bSQLSTATE\b/g,
    /\b(?:duplicate key value violates unique constraint|Violation of (?:UNIQUE|PRIMARY) KEY constraint|FOREIGN KEY constraint)\b/gi,
    /\b(?:You have an error in your SQL syntax|Incorrect syntax near|Unclosed quotation mark|Invalid (?:object|column) name '|syntax error at or near|Data too long for column|String or binary data would be truncated|Incorrect string value:)/gi,
    /\b(?:relation|column) "[\w.]{1,80}" does not exist/gi,
  ],
};

const connection: Pattern = {
  kind: { nl: 'een verbindingsreeks', en: 'a connection string' },
  forms: [
    /\b(?:Data Source|Server|Host|Addr(?:ess)?)\s*=\s*[^;=<\n]{1,120};\s*(?:Initial Catalog|Database|User Id|Uid|Port|Integrated Security|Pwd|Password)\s*=/gi,
    /\bjdbc:[a-z0-9]+:\S{1,200}/gi,
    /\b(?:mongodb|postgres(?:ql)?|mysql|mariadb|redis|amqps?|mssql|sqlserver|ldaps?|kafka)(?:\+srv)?:\/\/[^\s"'<>]{1,200}/gi,
  ],
};

const file: Pattern = {
  kind: { nl: 'een pad op de server', en: 'a path on the server' },
  forms: [
    /(?<![\w/])[A-Za-z]:\\(?:[^\\/:*?"<>|\s][^\\/:*?"<>|\r\n]{0,80}\\){1,20}[^\\/:*?"<>|\r\n\s]{0,80}/g,
    /\\\\[\w.-]{2,60}\\[\w$.-]{2,80}/g,
    /(?<![\w/.:#@-])\/(?:var|opt|usr|home|srv|etc|tmp|app|root|mnt|proc|inetpub|Users|Library|www|workspace|builds?|data|deployments|wildfly|jboss|tomcat)\/[\w.@+-]{1,80}(?:\/[\w.@+-]{1,80}){0,20}/g,
    /\bfile:\/\/[^\s"'<>]{1,200}/g,
  ],
};

const host: Pattern = {
  kind: { nl: 'een interne host of een intern adres', en: 'an internal host or address' },
  forms: [
    /(?<![\d.])(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2})(?![\d.]\d|\d)/g,
    /(?<![\w.-])(?:[a-z\d][a-z\d-]{0,60}\.){1,8}(?:local|internal|intern|intranet|lan|corp|localdomain)(?![\w-]|\.\w)/gi,
    /\bhttps?:\/\/[a-z\d][a-z\d-]{0,60}(?::\d{1,5})?(?=[/\s"'<),]|$)/gi,
    /\b(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENOENT|EACCES)\b[^<\n]{0,120}/g,
  ],
};

const version: Pattern = {
  kind: { nl: 'een versie van gebruikte software', en: 'a version of software that it runs on' },
  forms: [
    /\b(?:Apache(?: Tomcat| HTTP Server| Axis2?| CXF)?|Tomcat|Jetty|JBoss(?: EAP|Web)?|WildFly|Undertow|WebLogic(?: Server)?|WebSphere(?: Application Server)?|GlassFish|Payara|nginx|openresty|Microsoft-IIS|IIS|Kestrel|ASP\.NET(?: Core)?|\.NET(?: Framework| Core)?|PHP|Java|JDK|JRE|OpenJDK|Spring (?:Boot|Framework|WS)|Werkzeug|Django|gunicorn|Node\.js|OpenSSL|PostgreSQL|MySQL|MariaDB|Oracle(?: Database)?|(?:Microsoft )?SQL Server|MongoDB|Hibernate|gSOAP|Xerces(?:-J)?|libxml2?|Windows (?:NT|Server)|Ubuntu|Debian|Red Hat|CentOS|BizTalk(?: Server)?)[\s/:,-]{1,3}(?:v(?:ersion|ersie)?[.:\s]{0,2})?\d{1,4}(?:\.\d{1,6}){1,4}[\w.+-]{0,40}/gi,
    /\b(?:Axis2?|CXF|Metro|JAX-WS RI|Spring|Python|Ruby|Perl|Node|Express|Saxon|Mono|WCF|Delphi|ColdFusion|Mule|Camel)\/\d{1,4}(?:\.\d{1,6}){1,4}[\w.+-]{0,40}/gi,
  ],
};

/** Versions of products in the text of an answer. A web server has its own on pages that it shows by itself, so that SOAP alone is looked at. */
export const versionsIn = remembered((text): readonly Internal[] => found([version], text));

/** What is found in text that is for whoever asks; hosts are looked for in bodies only, since gateways name themselves in headers. */
const inHeaders: readonly Pattern[] = [trace, source, query, connection, file];
const inBodies: readonly Pattern[] = [...inHeaders, host];

const found = (patterns: readonly Pattern[], text: string): readonly Internal[] =>
  patterns.flatMap(({ kind, forms }) =>
    forms.flatMap((form) => [...text.matchAll(form)].slice(0, mostOfForm).map(([match]) => ({ kind, text: match }))),
  );

/** What is looked at of one form, where the first may be an echo. */
const mostOfForm = 20;

/** Everything of the inside of a system that stands in the body of an answer. */
export const internalsInBody = remembered((text): readonly Internal[] => found(inBodies, text));

/** The same for the value of a header. */
export const internalsInHeader = remembered((text): readonly Internal[] => found(inHeaders, text));
