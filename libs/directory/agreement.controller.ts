import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IfMatch, Needs, Versioned } from '../platform/index.ts';
import { AgreementView, BlockedNames, BlockedNamesView } from './agreement.dto.ts';
import { AgreementService } from './agreement.service.ts';
import { BlockedNameService } from './blocked-name.service.ts';

@ApiTags('Överenskommelse')
@Controller('agreement')
export class AgreementController {
  constructor(
    private readonly agreements: AgreementService,
    private readonly blockedNames: BlockedNameService,
  ) {}

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
  @Answers(BlockedNamesView)
  names(): Promise<BlockedNamesView> {
    return this.blockedNames.read();
  }

  @Put('blocked-names')
  @Needs('blocked-names.write')
  @Versioned()
  @ApiOperation({ summary: 'Ersätt namnlistan', description: 'Replaces the whole list. Lower case, no duplicates.' })
  @Answers(BlockedNamesView, 412, 422, 428)
  replace(@IfMatch() version: number, @Body() { names }: BlockedNames): Promise<BlockedNamesView> {
    return this.blockedNames.replace(version, names);
  }
}
