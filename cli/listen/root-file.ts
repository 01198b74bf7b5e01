import type { HttpRequest, HttpResponse } from '#endpoint/server/http-message';

/** Offers the root of the server for download. */
export const rootFile =
  (root: string | undefined) =>
  ({ method, target }: HttpRequest): Promise<HttpResponse | undefined> => {
    const isAsked = root !== undefined && method === 'GET' && target.endsWith('/server-root.pem');
    return Promise.resolve(
      isAsked
        ? {
            status: 200,
            headers: {
              'content-type': 'application/x-pem-file',
              'content-disposition': 'attachment; filename="server-root.pem"',
            },
            body: Buffer.from(root, 'utf8'),
          }
        : undefined,
    );
  };
