import { createTestApp, type TestApp } from './app.ts';
import type { TestUser } from './user.ts';
import { World } from './world.ts';

/** An area of its own for each test of a file, and who administers it. */
export class Administered {
  test!: TestApp;
  world!: World;
  administrator!: TestUser;

  /** Begins the server before the tests of the file that asks, and an area before each of them. */
  static forEach(): Administered {
    const area = new Administered();
    beforeAll(async () => {
      area.test = await createTestApp({ worker: 'apart' });
    });
    beforeEach(async () => {
      area.world = await World.create(area.test);
      area.administrator = await area.world.user('AREA_ADMINISTRATOR', 'office');
    });
    afterAll(() => area.test.close());
    return area;
  }
}
