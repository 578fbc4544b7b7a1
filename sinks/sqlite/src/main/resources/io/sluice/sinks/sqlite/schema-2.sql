-- The head of the last response; older lines have none.
ALTER TABLE run ADD COLUMN head TEXT AS (ending -> '$.head');
ALTER TABLE run ADD COLUMN request_id TEXT AS (
  coalesce(ending ->> '$.head.request_id', ending ->> '$.error.request_id')
);
