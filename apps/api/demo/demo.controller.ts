import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROLES } from '../../../libs/directory/index.ts';
import {
  Answers,
  ObjectsField,
  Public,
  SETTINGS,
  type Settings,
  TextField,
  TextsField,
} from '../../../libs/platform/index.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './people.ts';

class DemoPersonView {
  @TextField({ label: 'Namn', max: 200, example: 'Sara Lind' })
  name!: string;

  @TextsField({ label: 'Roller', maxItems: 10, max: 100, example: ['Frågeställare'] })
  roles!: string[];

  @TextField({ label: 'Användarnamn', max: 100, example: 'sara.lind' })
  username!: string;

  @TextField({ label: 'Lösenord', max: 200, example: 'samordna-demo' })
  password!: string;
}

class DemoView {
  @ObjectsField({
    label: 'De påhittade personer som man kan prova som; ingen när installationen inte är en demo',
    type: () => DemoPersonView,
  })
  people!: DemoPersonView[];
}

/** The sign-ins of a demo, for whoever tries the product out. They are no secret: the README has them too. */
@ApiTags('Demo')
@Controller('demo')
export class DemoController {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'Läs demons inloggningar',
    description: 'The invented people one can try the product as; none unless this is a demo.',
  })
  @Answers(DemoView)
  read(): DemoView {
    return { people: this.settings.demo ? PEOPLE : [] };
  }
}

const PEOPLE: DemoPersonView[] = DEMO_PEOPLE.map(({ name, username, assignments }) => ({
  name,
  username,
  password: DEMO_PASSWORD,
  roles: assignments.map(([role]) => ROLES[role]),
}));
