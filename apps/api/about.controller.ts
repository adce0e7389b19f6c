import { Controller, Get, ServiceUnavailableException, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Public } from '../../libs/platform/index.ts';

/** What the service is and how it is: for monitors and for those who connect to it. */
@ApiExcludeController()
@Controller({ version: VERSION_NEUTRAL })
export class AboutController {
  constructor(private readonly dataSource: DataSource) {}

  /** DIGG's REST API profile, VER.06. */
  @Get('api-info')
  @Public()
  info() {
    return {
      apiName: 'Samordna',
      apiVersion: '1.0.0',
      apiReleased: '2026-11-22',
      apiDocumentation: '/api/v1/openapi.json',
      apiStatus: 'active',
    };
  }

  /** Whether the process answers and reaches its database. */
  @Get('health')
  @Public()
  async health(): Promise<{ status: 'up' }> {
    try {
      await this.dataSource.query('select 1');
      return { status: 'up' };
    } catch {
      throw new ServiceUnavailableException();
    }
  }
}
