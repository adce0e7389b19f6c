import { answer, api, ifMatch } from '../api/client.ts';
import type { Agreement, AgreementContent } from './agreement-fields.ts';

/** The version in force. */
export const readAgreement = (): Promise<Agreement> => answer(api.GET('/api/v1/agreement'));

export const readVersion = (version: number): Promise<Agreement> =>
  answer(api.GET('/api/v1/agreement', { params: { query: { version } } }));

/** The API says which field is at fault. */
export const saveAgreement = (version: number, content: AgreementContent): Promise<Agreement> =>
  answer(
    api.PUT('/api/v1/agreement', {
      params: { header: ifMatch(version) },
      body: content as Agreement['content'],
    }),
  );
