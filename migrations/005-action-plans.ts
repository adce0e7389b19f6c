import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Action plans (handlingsplaner): focus area, objective, activity, metric. */
export class ActionPlans1763800000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table action_plan (
        id uuid primary key,
        area_id uuid not null default app_area() references area,
        body text not null,
        year int not null check (year between 2000 and 2100),
        name text not null,
        adopted_on date,
        last_changed_on date,
        based_on text,
        unique (area_id, body, year)
      );
      create table focus_area (
        id uuid primary key,
        area_id uuid not null default app_area(),
        plan_id uuid not null references action_plan,
        position int not null,
        name text not null,
        unique (plan_id, position)
      );
      create table objective (
        id uuid primary key,
        area_id uuid not null default app_area(),
        focus_area_id uuid not null references focus_area,
        position int not null,
        name text not null,
        text text not null,
        unique (focus_area_id, position)
      );
      create table activity (
        id uuid primary key,
        area_id uuid not null default app_area(),
        objective_id uuid not null references objective,
        position int not null,
        what text not null,
        how text,
        responsible text,
        follow_up text,
        unique (objective_id, position)
      );
      -- A computed metric names a figure definition that the sealer counts from the log.
      create table metric (
        id uuid primary key,
        area_id uuid not null default app_area(),
        objective_id uuid not null references objective,
        position int not null,
        name text not null,
        definition text not null,
        unique (objective_id, position)
      );
      create index focus_area_plan on focus_area (plan_id);
      create index objective_focus_area on objective (focus_area_id);
      create index activity_objective on activity (objective_id);
      create index metric_objective on metric (objective_id);

      do $$
      declare t text;
      begin
        foreach t in array array['action_plan', 'focus_area', 'objective', 'activity', 'metric']
        loop
          call protect(t);
          execute format('grant select on %I to samordna_manager', t);
          execute format('create policy %I on %I for select to samordna_manager using (area_id = (select app_area()))', t || '_area', t);
        end loop;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table metric, activity, objective, focus_area, action_plan;`);
  }
}
