package io.sluice.sinks.sqlite;

import io.sluice.sink.SinkFactory;
import io.sluice.testkit.SinkContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

class SqliteSinkContractTest extends SinkContract {

  @Override
  protected SinkFactory factory() {
    return new SqliteSinkFactory();
  }

  @Override
  protected Map<String, String> options(Path folder) {
    return Map.of("path", file(folder).toString());
  }

  /** The transcripts and what the archive says of them: its bytes hold times in many places. */
  @Override
  protected Map<String, String> written(Path folder) {
    if (Files.notExists(file(folder))) {
      return Map.of();
    }
    Map<String, String> runs = new TreeMap<>();
    try (Archive archive = Archive.open(file(folder))) {
      archive.list(RunQuery.all(), (run, asked) -> runs.put(run.status(), run.answer()));
      for (String id : archive.ids("", Integer.MAX_VALUE)) {
        var transcript = new ByteArrayOutputStream();
        archive.export(id, transcript);
        runs.put(id, transcript.toString(StandardCharsets.UTF_8));
      }
      return runs;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path file(Path folder) {
    return folder.resolve("archive.db");
  }
}
