import { Body, Controller, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, IfMatch, Needs, Versioned } from '../platform/index.ts';
import { GuardianChange, GuardianEnd, GuardianView } from './guardian.dto.ts';
import { GuardianService } from './guardian.service.ts';

@ApiTags('Barn')
@Controller('guardians')
export class GuardianController {
  constructor(private readonly guardians: GuardianService) {}

  @Patch(':id')
  @Needs('child.write')
  @Versioned()
  @ApiOperation({ summary: 'Ändra en vårdnadshavare', description: 'Left-out fields stay, null empties.' })
  @Answers(GuardianView, 404, 409, 412, 422, 428)
  change(@IdParam() id: string, @IfMatch() version: number, @Body() change: GuardianChange): Promise<GuardianView> {
    return this.guardians.change(id, version, change);
  }

  @Post(':id/end')
  @Needs('child.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Avsluta en vårdnadshavare',
    description: 'From today no longer a guardian here, with the reason. What is written stays.',
  })
  @Answers(GuardianView, 404, 409, 412, 422, 428)
  end(@IdParam() id: string, @IfMatch() version: number, @Body() end: GuardianEnd): Promise<GuardianView> {
    return this.guardians.end(id, version, end);
  }
}
