import { Body, Controller, Patch } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, IfMatch, Needs, Versioned } from '../platform/index.ts';
import { PrincipalChange, PrincipalView } from './principal.dto.ts';
import { PrincipalService } from './principal.service.ts';

@ApiTags('Enheter')
@Controller('principals')
export class PrincipalController {
  constructor(private readonly principals: PrincipalService) {}

  @Patch(':id')
  @Needs('directory.write')
  @Versioned()
  @ApiOperation({
    summary: 'Byt namn på en huvudman',
    description: 'Lists show the new name at once. Plans that are confirmed keep the name as it was.',
  })
  @Answers(PrincipalView, 404, 409, 412, 422, 428)
  change(@IdParam() id: string, @IfMatch() version: number, @Body() change: PrincipalChange): Promise<PrincipalView> {
    return this.principals.change(id, version, change);
  }
}
