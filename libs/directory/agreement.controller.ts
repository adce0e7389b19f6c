import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IfMatch, Needs, Versioned } from '../platform/index.ts';
import {
  AgreementContent,
  AgreementQuery,
  AgreementVersions,
  AgreementView,
  BlockedNames,
  BlockedNamesView,
} from './agreement.dto.ts';
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
    description: "The area's lists, limits and days, in the version in force or the one asked for.",
  })
  @Answers(AgreementView, 404, 422)
  read(@Query() { version }: AgreementQuery): Promise<AgreementView> {
    return this.agreements.read(version);
  }

  @Put()
  @Needs('agreement.write')
  @Versioned()
  @ApiOperation({
    summary: 'Spara en ny version av överenskommelsen',
    description:
      'Writes a new version, in force from today; If-Match is the version in force. Former versions stay as they were, ' +
      'and every code of a list stays in it: it may only get another name.',
  })
  @Answers(AgreementView, 412, 422, 428)
  replace(@IfMatch() version: number, @Body() content: AgreementContent): Promise<AgreementView> {
    return this.agreements.replace(version, content);
  }

  @Get('versions')
  @Needs('agreement.read')
  @ApiOperation({
    summary: 'Lista överenskommelsens versioner',
    description: 'Number, from when and by whom; the content of one: GET /agreement?version=3.',
  })
  @Answers(AgreementVersions)
  versions(): Promise<AgreementVersions> {
    return this.agreements.listVersions();
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
  replaceNames(@IfMatch() version: number, @Body() { names }: BlockedNames): Promise<BlockedNamesView> {
    return this.blockedNames.replace(version, names);
  }
}
