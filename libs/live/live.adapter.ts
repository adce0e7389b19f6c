import type { INestApplication } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { isOwnOrigin, type Settings } from '../platform/index.ts';

type ServerOptions = NonNullable<Parameters<IoAdapter['createIOServer']>[1]>;

/** Sockets on the API's own port; a page of another site is refused before anything is opened (ASVS 5.0 4.4.2). */
export class LiveAdapter extends IoAdapter {
  constructor(
    app: INestApplication,
    private readonly settings: Settings,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions) {
    return super.createIOServer(port, {
      ...options!,
      allowRequest: ({ headers }, answer) => answer(null, isOwnOrigin(headers.origin, headers.host, this.settings)),
    });
  }
}
