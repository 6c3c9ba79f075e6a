-- The same entries with the same hashes, some times faster where one transaction has many: what is the same in all of them is made once, and all
-- are inserted together.
create or replace function platform.audit_append(p_programme int, p_stamp jsonb, p_entries jsonb, p_ipad bytea, p_opad bytea) returns bigint
  volatile security definer set search_path = pg_catalog, pg_temp language plpgsql as $$
declare
  e jsonb;
  v_at timestamptz := date_trunc('milliseconds', (p_stamp->>'at')::timestamptz);
  v_programme text := platform.audit_field(p_programme::text);
  v_who text := platform.audit_field(to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || platform.audit_field(p_stamp->>'person') || platform.audit_field(p_stamp->>'role');
  v_request text := platform.audit_field(p_stamp->>'request');
  v_first bigint;
  v_seq bigint;
  v_hash bytea;
  v_hashes bytea[];            -- the one before the first entry, then one for each
  v_classes text;
begin
  if coalesce(platform.current_programme(), p_programme) <> p_programme then
    raise exception 'audit: another programme''s chain';
  end if;
  perform pg_advisory_xact_lock(8, p_programme);
  select seq, hash into v_first, v_hash from platform.audit_head where programme_id = p_programme;
  v_first := coalesce(v_first, 0);
  v_seq := v_first;
  v_hash := coalesce(v_hash, decode(repeat('00', 32), 'hex'));
  v_hashes := array[v_hash];
  for e in select value from jsonb_array_elements(p_entries) loop
    v_seq := v_seq + 1;
    v_classes := '1:0';
    if e->'classes' <> '[]'::jsonb then
      select platform.audit_field(count(*)::text) || string_agg(platform.audit_field(c), '' order by n) into v_classes
        from jsonb_array_elements_text(e->'classes') with ordinality as x(c, n);
    end if;
    v_hash := sha256(p_opad || sha256(p_ipad || v_hash || convert_to(
      v_programme || platform.audit_field(v_seq::text) || v_who
      || platform.audit_field(e->>'action') || platform.audit_field(e->>'kind') || platform.audit_field(e->>'id')
      || platform.audit_field(e->>'subject') || v_classes || platform.audit_field(e->>'reason') || v_request, 'UTF8')));
    v_hashes := array_append(v_hashes, v_hash);
  end loop;
  insert into platform.audit_entry
    select p_programme, v_first + n, v_at, (p_stamp->>'person')::uuid, p_stamp->>'role', x.e->>'action', x.e->>'kind', x.e->>'id',
      (x.e->>'subject')::uuid, array(select jsonb_array_elements_text(x.e->'classes')), x.e->>'reason', p_stamp->>'request',
      v_hashes[n], v_hashes[n + 1]
    from jsonb_array_elements(p_entries) with ordinality as x(e, n);
  insert into platform.audit_head values (p_programme, v_seq, v_hash, sha256(p_opad || sha256(p_ipad || convert_to('head', 'UTF8') || v_hash)))
    on conflict (programme_id) do update set seq = excluded.seq, hash = excluded.hash, seal = excluded.seal;
  return v_seq;
end $$;
