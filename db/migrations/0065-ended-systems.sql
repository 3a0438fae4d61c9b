-- The systems that ended last are listed first, however many there have been.
create index vendor_system_ended on vendor_system (facility_id, ended_at desc) where ended_at is not null;
