import type { HttpResponse } from '#endpoint/server/http-message';

/** The root of the server for download; undefined for another path, or where it has none of its own. */
export const rootFile = (root: string | undefined, pathname: string): HttpResponse | undefined =>
  root === undefined || !pathname.endsWith('/server-root.pem')
    ? undefined
    : {
        status: 200,
        headers: {
          'content-type': 'application/x-pem-file',
          'content-disposition': 'attachment; filename="server-root.pem"',
        },
        body: Buffer.from(root, 'utf8'),
      };
