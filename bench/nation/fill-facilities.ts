import type pg from 'pg';
import { patternsOf } from './patterns.ts';
import type { Scale } from './scale.ts';

/** Of a hundred hospitals so many have up to so many beds (from the statistics of medical facilities, rounded). */
const chooseHospitals = `
  create unlogged table bench.facility as
  with drawn as (
    select id, prefecture, type, row_number() over (order by md5(id::text)) as n,
      row_number() over (order by md5('hospital' || id)) <= $1 as is_hospital from facility where code is not null
  ), sized as (
    select *, case when not is_hospital then case when type = 'clinic-with-beds' then 1 + n % 19 else 0 end
        when n % 100 < 36 then 20 + n % 80 when n % 100 < 70 then 100 + n % 100 when n % 100 < 83 then 200 + n % 100
        when n % 100 < 92 then 300 + n % 100 when n % 100 < 96 then 400 + n % 100 else 500 + n % 600 end as beds
    from drawn
  ), classed as (
    select *, case when beds < 20 then 0 when beds < 100 then 1 when beds < 200 then 2 when beds < 300 then 3
      when beds < 400 then 4 when beds < 500 then 5 else 6 end as class from sized
  )
  select id as facility_id, prefecture, n::integer, is_hospital, beds::integer,
    case when is_hospital then 'hospital' when type = 'hospital' then 'clinic' else type end as type,
    (array['under-20','20-99','100-199','200-299','300-399','400-499','500-plus'])[class + 1] as bed_class,
    case when is_hospital then class * (${patternsOf.hospital} / 7) + n % (${patternsOf.hospital} / 7)
      else ${patternsOf.hospital} + n % ${patternsOf.small} end::integer as pattern,
    row_number() over (partition by is_hospital order by n)::integer - 1 as place,
    gen_random_uuid() as administrator, gen_random_uuid() as manager, gen_random_uuid() as operator,
    gen_random_uuid() as executive
  from classed where is_hospital or n % $2 = 0`;

const openThem = `
  update facility f set type = b.type, type_guessed = false, beds = b.beds, opened_at = $1
    from bench.facility b where f.id = b.facility_id;
  update facility_search s set opened = true from bench.facility b where s.facility_id = b.facility_id;
  update facility f set type = 'clinic' where type = 'hospital' and opened_at is null;
  insert into facility_profile (facility_id, ehr, system_staff, revision, changed_at)
    select facility_id, case when n % 3 = 0 then 'cloud' else 'on-premise' end, beds >= 200, 2, $1 from bench.facility;`;

/** Who works there: four people of a hospital, one elsewhere. */
const people = `
  create unlogged table bench.person as
  select facility_id, person_id, name, roles from bench.facility cross join lateral (values
    (administrator, '管理者', case when is_hospital then array['facility-administrator','planner'] else array['facility-administrator'] end, true),
    (manager, '責任者', array['safety-manager'], is_hospital), (operator, '運用担当', array['operator'], is_hospital),
    (executive, '院長', array['executive'], is_hospital)) p (person_id, name, roles, there) where there;
  insert into person (id, name, created_at) select person_id, name || substr(person_id::text, 1, 4), $1 from bench.person;
  insert into person_secret (person_id, email, totp_confirmed)
    select person_id, person_id || '@bench.example', true from bench.person;
  insert into member (facility_id, person_id, roles, joined_at)
    select facility_id, person_id, roles, $1 from bench.person order by facility_id;`;

const hospitalMembers = 40;
/** A network of the same forty hospitals in every scale, a prefecture, the ministry, and somebody who looks in each. */
const organisations = `
  create unlogged table bench.officer as
  select gen_random_uuid() as person_id, gen_random_uuid() as organisation_id, kind, prefecture::smallint from (values
    ('network', null), ('prefecture', 13), ('ministry', null)) o (kind, prefecture);
  insert into organisation (id, kind, name, prefecture)
    select organisation_id, kind, 'ベンチ' || kind, prefecture from bench.officer;
  insert into person (id, name) select person_id, '担当者' from bench.officer;
  insert into person_secret (person_id, email, totp_confirmed)
    select person_id, person_id || '@bench.example', true from bench.officer;
  insert into organisation_member (organisation_id, person_id, roles)
    select organisation_id, person_id, array['organisation-administrator'] from bench.officer;
  insert into organisation_facility (facility_id, organisation_id, proposed_by, confirmed_by, confirmed_at, shows)
    select facility_id, organisation_id, person_id, administrator, now(), case when place < 30 then 'score' else 'stage' end
    from bench.facility, bench.officer where kind = 'network' and is_hospital and place < ${hospitalMembers};`;

/** The secret of a session is 「bench-」 and the person's id. */
const sessions = `
  insert into session (token_hash, person_id, second_factor, expires_at)
    select sha256(convert_to('bench-' || person_id, 'UTF8')), person_id, true, now() + interval '30 days'
    from (select person_id from bench.person union all select person_id from bench.officer) p`;

async function each(client: pg.Client, text: string, at: Date): Promise<void> {
  for (const statement of text.split(';').filter((one) => one.trim() !== ''))
    await client.query(statement, statement.includes('$1') ? [at] : []);
}

/** Opens hospitals and a share of the other facilities of the register, with the people who work there. */
export async function fillFacilities(client: pg.Client, { hospitals, oneOf, years }: Scale): Promise<void> {
  const opened = new Date(`${years[0]}-04-01T00:00:00+09:00`);
  await client.query(chooseHospitals, [hospitals, oneOf]);
  await client.query('create index on bench.facility (is_hospital, place); analyze bench.facility');
  for (const part of [openThem, people, organisations, sessions]) await each(client, part, opened);
}
