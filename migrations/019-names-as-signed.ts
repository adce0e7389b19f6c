import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A confirmed plan keeps the name that it was confirmed with, whatever the person is called later. */
export class NamesAsSigned1763800000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app_person_name() returns text language sql stable as $f$ select name from person where id = app_person() $f$;
      alter table plan_version add column confirmed_by_name text;
      -- The one time that a confirmed plan is written to: until now its name could not be changed.
      alter table plan_version disable trigger plan_version_insert_only;
      update plan_version v set confirmed_by_name = n.name
        from assignment a join person n on n.id = a.person_id where a.id = v.confirmed_by_id;
      alter table plan_version enable trigger plan_version_insert_only;
      alter table plan_version alter column confirmed_by_name set not null, alter column confirmed_by_name set default app_person_name();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table plan_version drop column confirmed_by_name;
      drop function app_person_name();
    `);
  }
}
