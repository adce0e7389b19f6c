import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Metrics whose values are entered by hand, with their source and their history (docs/adr/0005). */
export class MetricValues1763800000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A metric is counted from the log by its definition, or entered by hand: then it has a kind and a unit of measure.
      alter table metric
        alter column definition drop not null,
        add column kind text check (kind in ('COUNT', 'PERCENT', 'RATIO', 'MEAN')),
        add column unit text check (unit <> ''),
        add column counts_people boolean not null default false,
        add check ((definition is null) = (kind is not null)),
        add check ((kind is null) = (unit is null)),
        -- A percentage of unknown people could not be hidden when they are few: it is entered as a part of a whole.
        add check (not counts_people or (kind is not null and kind <> 'PERCENT'));

      -- Insert only: a correction is a new version, and the earlier ones stay.
      create table metric_value (
        entry_id uuid not null,
        version int not null check (version > 0),
        area_id uuid not null default app_area(),
        metric_id uuid not null references metric,
        period_from date not null,
        period_to date not null check (period_to >= period_from),
        value numeric(11, 2) check (value >= 0),
        numerator int,
        denominator int check (denominator > 0),
        source text not null check (source <> ''),
        note text,
        entered_by uuid not null default app_assignment() references assignment,
        entered_at timestamptz not null,
        primary key (entry_id, version),
        check (numerator between 0 and denominator),
        -- What is a part of a whole has no value of its own: that is worked out.
        check ((value is null) = (numerator is not null)),
        check (numerator is null or denominator is not null)
      );
      create index metric_value_metric on metric_value (metric_id, period_to desc);
      call protect('metric_value');
      grant select, insert on metric_value to samordna_manager;
      create policy metric_value_area on metric_value for select to samordna_manager using (area_id = (select app_area()));
      create policy metric_value_own on metric_value for insert to samordna_manager
        with check (area_id = (select app_area()) and entered_by = (select app_assignment())
          and exists (select from metric m where m.id = metric_id and m.kind is not null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table metric_value;
      delete from metric where kind is not null;
      alter table metric drop column kind, drop column unit, drop column counts_people, alter column definition set not null;
    `);
  }
}
