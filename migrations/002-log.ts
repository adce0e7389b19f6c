import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log (docs/adr/0003): events, their erasable openings, the sealed order, tiles, checkpoints, and the figures counted from it. */
export class Log1763800000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table log_event (
        event_id uuid primary key,
        area_id uuid not null,
        epoch int not null,
        xid xid8 not null default pg_current_xact_id(),
        seq bigint generated always as identity,
        entry bytea not null,
        leaf_hash bytea not null check (octet_length(leaf_hash) = 32)
      );
      create index log_event_order on log_event (epoch, xid, seq);

      create table log_opening (
        event_id uuid not null,
        name text not null,
        salt bytea not null,
        ciphertext bytea not null,
        key_id uuid not null,
        primary key (event_id, name)
      );

      -- The order that the sealer found: dense indices from 0 in each area's own log.
      create table log_leaf (
        area_id uuid not null,
        idx bigint not null,
        event_id uuid not null unique references log_event,
        leaf_hash bytea not null,
        primary key (area_id, idx)
      );
      create table log_tile (
        area_id uuid not null,
        level int not null,
        n bigint not null,
        hashes bytea not null,
        primary key (area_id, level, n)
      );
      -- The tiles that are not full yet, at the right edge of each level.
      create table log_edge (
        area_id uuid not null,
        level int not null,
        hashes bytea not null,
        primary key (area_id, level)
      );
      create table log_checkpoint (
        area_id uuid not null,
        size bigint not null,
        root bytea not null,
        note text not null,
        signed_at timestamptz not null default now(),
        primary key (area_id, size)
      );
      -- What the sealer needs to go on in one area: the size and the perfect subtrees that make up its root.
      create table log_state (
        area_id uuid primary key,
        size bigint not null,
        frontier bytea not null
      );
      -- How far in the order of finished transactions the sealer has come. The epoch rises when a backup is restored,
      -- because transaction numbers then start again lower.
      create table log_cursor (
        one boolean primary key default true check (one),
        epoch int not null default 1,
        xid xid8 not null default '0',
        seq bigint not null default 0
      );
      insert into log_cursor default values;

      -- Figures, counted by the sealer from the events it seals, and which events each figure counted.
      create table figure_total (
        area_id uuid not null,
        definition text not null,
        version int not null,
        month date not null,
        key text not null,
        value int not null,
        primary key (area_id, definition, version, month, key)
      );
      create table figure_evidence (
        area_id uuid not null,
        definition text not null,
        version int not null,
        month date not null,
        key text not null,
        idx bigint not null,
        delta int not null check (delta in (1, -1)),
        primary key (area_id, definition, version, key, month, idx)
      );

      do $$
      declare t text;
      begin
        foreach t in array array['log_event', 'log_opening', 'log_leaf', 'log_tile', 'log_edge', 'log_checkpoint', 'log_state',
          'log_cursor', 'figure_total', 'figure_evidence']
        loop
          call protect(t);
        end loop;
        foreach t in array array['log_event', 'log_leaf', 'log_checkpoint', 'log_tile', 'figure_evidence']
        loop
          execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', t || '_insert_only', t);
          execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', t || '_no_truncate', t);
        end loop;
      end $$;

      -- Writers: insert, and nothing else.
      grant insert (event_id, area_id, epoch, entry, leaf_hash) on log_event to samordna_staff, samordna_gate, samordna_jobs;
      grant insert on log_opening to samordna_staff;
      create policy log_event_own_area on log_event for insert to samordna_staff with check (area_id = (select app_area()));
      create policy log_event_system on log_event for insert to samordna_gate, samordna_jobs with check (true);
      create policy log_opening_write on log_opening for insert to samordna_staff with check (true);

      -- The sealer.
      grant select on log_event to samordna_sealer;
      create policy log_event_seal on log_event for select to samordna_sealer using (true);
      grant select, insert on log_leaf, log_tile, log_checkpoint, figure_evidence to samordna_sealer;
      grant select, insert, update on log_state, figure_total to samordna_sealer;
      grant select, insert, update, delete on log_edge to samordna_sealer;
      create policy log_edge_seal on log_edge to samordna_sealer using (true) with check (true);
      grant select, update on log_cursor to samordna_sealer;
      grant select (epoch) on log_cursor to samordna_live;
      create policy log_cursor_epoch on log_cursor for select to samordna_live using (true);
      create policy log_leaf_seal on log_leaf to samordna_sealer using (true) with check (true);
      create policy log_tile_seal on log_tile to samordna_sealer using (true) with check (true);
      create policy log_checkpoint_seal on log_checkpoint to samordna_sealer using (true) with check (true);
      create policy log_state_seal on log_state to samordna_sealer using (true) with check (true);
      create policy log_cursor_seal on log_cursor to samordna_sealer using (true) with check (true);
      create policy figure_total_seal on figure_total to samordna_sealer using (true) with check (true);
      create policy figure_evidence_seal on figure_evidence to samordna_sealer using (true) with check (true);

      -- The live feed reads what is sealed.
      grant select on log_event, log_leaf, log_state to samordna_live;
      create policy log_event_live on log_event for select to samordna_live using (true);
      create policy log_leaf_live on log_leaf for select to samordna_live using (true);
      create policy log_state_live on log_state for select to samordna_live using (true);

      -- Managers see figures and proofs (hashes), log reviewers the whole log of their own area.
      grant select on figure_total, figure_evidence to samordna_manager;
      grant select on log_leaf, log_tile, log_edge, log_checkpoint, log_state to samordna_manager, samordna_log_reviewer;
      create policy log_edge_area on log_edge for select to samordna_manager, samordna_log_reviewer using (area_id = (select app_area()));
      grant select on log_event, log_opening to samordna_log_reviewer;
      create policy figure_total_area on figure_total for select to samordna_manager using (area_id = (select app_area()));
      create policy figure_evidence_area on figure_evidence for select to samordna_manager using (area_id = (select app_area()));
      create policy log_leaf_area on log_leaf for select to samordna_manager, samordna_log_reviewer using (area_id = (select app_area()));
      create policy log_tile_area on log_tile for select to samordna_manager, samordna_log_reviewer using (area_id = (select app_area()));
      create policy log_checkpoint_area on log_checkpoint for select to samordna_manager, samordna_log_reviewer using (area_id = (select app_area()));
      create policy log_state_area on log_state for select to samordna_manager, samordna_log_reviewer using (area_id = (select app_area()));
      create policy log_event_review on log_event for select to samordna_log_reviewer using (area_id = (select app_area()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table figure_evidence, figure_total, log_cursor, log_state, log_checkpoint, log_edge, log_tile, log_leaf, log_opening, log_event;
    `);
  }
}
