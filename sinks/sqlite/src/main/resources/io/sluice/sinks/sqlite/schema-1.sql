-- Lines of the transcript say all there is; what can be asked for by name is read out of them.
CREATE TABLE run (
  number INTEGER PRIMARY KEY AUTOINCREMENT, -- That of a removed run is never given again.
  id TEXT NOT NULL,
  conversation TEXT NOT NULL,
  started TEXT NOT NULL,
  model TEXT NOT NULL,
  ending TEXT,
  counted TEXT,
  asked TEXT NOT NULL,
  answer TEXT NOT NULL DEFAULT '',
  completion TEXT,
  opening TEXT NOT NULL,
  status TEXT AS (coalesce(ending ->> '$.status', 'unfinished')),
  error TEXT AS (ending -> '$.error'),
  chunks INTEGER AS (ending ->> '$.chunks'),
  attempts INTEGER AS (ending ->> '$.attempts'),
  finish_reasons TEXT AS (ending -> '$.finish_reasons'),
  usage TEXT AS (ending -> '$.usage'),
  irregularities TEXT AS (ending -> '$.irregularities'),
  headers_ms REAL AS (ending ->> '$.timing.headers_ms'),
  first_chunk_ms REAL AS (ending ->> '$.timing.first_chunk_ms'),
  first_token_ms REAL AS (ending ->> '$.timing.first_token_ms'),
  first_content_ms REAL AS (ending ->> '$.timing.first_content_ms'),
  last_token_ms REAL AS (ending ->> '$.timing.last_token_ms'),
  total_ms REAL AS (ending ->> '$.timing.total_ms'),
  endpoint TEXT AS (opening ->> '$.endpoint'),
  dialect TEXT AS (coalesce(opening ->> '$.dialect', 'openai')),
  request TEXT AS (opening -> '$.request')
);
CREATE INDEX run_id ON run (id);
CREATE INDEX run_conversation ON run (conversation);
CREATE INDEX run_started ON run (started);

-- The transcript between its first line and the end of the run, in pieces, compressed (zlib).
CREATE TABLE part (
  run INTEGER NOT NULL,
  number INTEGER NOT NULL,
  lines BLOB NOT NULL
);
CREATE INDEX part_run ON part (run, number);

-- The visible text of a run that has not ended, beside its parts.
CREATE TABLE draft (
  run INTEGER NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX draft_run ON draft (run, number);

CREATE VIRTUAL TABLE word USING fts5(
  asked, answer, content = 'run', content_rowid = 'number',
  tokenize = 'unicode61 remove_diacritics 2'
);
-- Without it a removed word would stay in the index until the index is merged.
INSERT INTO word (word, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER run_added AFTER INSERT ON run BEGIN
  INSERT INTO word (rowid, asked, answer) VALUES (new.number, new.asked, new.answer);
END;
CREATE TRIGGER run_changed AFTER UPDATE OF asked, answer ON run BEGIN
  INSERT INTO word (word, rowid, asked, answer) VALUES ('delete', old.number, old.asked, old.answer);
  INSERT INTO word (rowid, asked, answer) VALUES (new.number, new.asked, new.answer);
END;
CREATE TRIGGER run_removed AFTER DELETE ON run BEGIN
  INSERT INTO word (word, rowid, asked, answer) VALUES ('delete', old.number, old.asked, old.answer);
  DELETE FROM part WHERE run = old.number;
  DELETE FROM draft WHERE run = old.number;
END;
