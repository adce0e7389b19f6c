import { createTestApp, type TestApp } from './app.ts';

/** A test server that listens, for browsers and sockets. */
export async function createListeningApp(): Promise<TestApp & { url: string }> {
  const test = await createTestApp();
  await test.app.listen(0, '127.0.0.1');
  const { port } = test.app.getHttpServer().address() as { port: number };
  return { ...test, url: `http://localhost:${port}` };
}
