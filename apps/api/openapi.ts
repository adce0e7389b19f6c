import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The API's description, OpenAPI 3.1, made from the routes themselves. */
export function openApi(app: INestApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Samordna')
    .setVersion('1.0.0')
    .setDescription(
      [
        'Ärendestöd för SIP, konsultationsteam och årsrapport. Felsvar följer RFC 9457.',
        'Case tool for SIP, the consultation team and the annual report. Errors follow RFC 9457.',
        'Kända begränsningar: listor räcker till 1 000 rader; API:et följer webbappens behov.',
        'Known limitations: lists reach 1,000 rows; the API follows what the web app needs.',
      ].join('\n\n'),
    )
    .setContact('Samordna', 'https://samordna.example', 'hej@samordna.example')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/sv/')
    .setTermsOfService('https://samordna.example/villkor')
    .setExternalDoc('SLA och drift', 'https://samordna.example/drift')
    .addCookieAuth('__Host-samordna')
    .addServer('/', 'Den här installationen')
    .build();
  return SwaggerModule.createDocument(app, outline, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}.${method}`,
  });
}
