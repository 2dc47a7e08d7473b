import { createServer } from 'node:http';

/** Somebody else's site: another origin than the product's, as browsers see it. */
export interface ForeignSite {
  /** `http://localhost:port`. */
  readonly origin: string;
  /** What its only page holds from now on. */
  show(body: string): void;
  stop(): Promise<void>;
}

export async function startForeignSite(): Promise<ForeignSite> {
  let shown = '';
  const server = createServer((_request, response) => {
    // A careful site: whatever embeds there may write no styles into the page.
    response.setHeader('Content-Security-Policy', "style-src 'self'");
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>Ada’s site</title><body>${shown}`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    origin: `http://localhost:${port}`,
    show: (body) => {
      shown = body;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
