import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, Needs } from '../platform/index.ts';
import { AgreementView, BlockedNames } from './agreement.dto.ts';
import { AgreementService } from './agreement.service.ts';

@ApiTags('Överenskommelse')
@Controller('agreement')
export class AgreementController {
  constructor(private readonly agreements: AgreementService) {}

  @Get()
  @Needs('agreement.read')
  @ApiOperation({
    summary: 'Läs överenskommelsen',
    description: "The area's lists, limits and days, in the version in force.",
  })
  @Answers(AgreementView)
  read(): Promise<AgreementView> {
    return this.agreements.read();
  }

  @Get('blocked-names')
  @Needs('blocked-names.read')
  @ApiOperation({ summary: 'Läs namnlistan', description: 'Names that are refused in anonymised text.' })
  @Answers(BlockedNames)
  async names(): Promise<BlockedNames> {
    return { names: await this.agreements.blockedNames() };
  }

  @Put('blocked-names')
  @Needs('blocked-names.write')
  @ApiOperation({ summary: 'Ersätt namnlistan', description: 'Replaces the whole list. Lower case, no duplicates.' })
  @Answers(BlockedNames, 422)
  async replace(@Body() { names }: BlockedNames): Promise<BlockedNames> {
    return { names: await this.agreements.replaceBlockedNames(names) };
  }
}
