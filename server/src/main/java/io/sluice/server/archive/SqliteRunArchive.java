package io.sluice.server.archive;

import io.sluice.sinks.sqlite.Archive;
import io.sluice.sinks.sqlite.ArchivedRun;
import io.sluice.sinks.sqlite.RunQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The runs that a {@code SqliteSink} keeps in a file. The file is opened for each call, so that it
 * may be made, moved away or written to by other processes at any time; while there is none, there
 * are no runs. A run without an owner, such as one of the command line, belongs to the name {@value
 * #STANDARD_OWNER}, which is also that of the token that a server makes when it starts.
 * Thread-safe.
 */
public final class SqliteRunArchive implements RunArchive {

  private final Path file;

  private SqliteRunArchive(Path file) {
    this.file = file;
  }

  /** The archive in that file, which need not exist yet. */
  public static SqliteRunArchive of(Path file) {
    return new SqliteRunArchive(Objects.requireNonNull(file, "file"));
  }

  @Override
  public Optional<PastRun> find(String owner, String id) throws IOException {
    return read(
        Optional.empty(),
        archive -> archive.find(id).map(SqliteRunArchive::run).filter(run -> isOf(owner, run)));
  }

  @Override
  public List<PastRun> list(String owner, Optional<Instant> before, int limit) throws IOException {
    RunQuery all = of(owner, limit);
    RunQuery query = before.map(all::until).orElse(all);
    List<PastRun> runs = new ArrayList<>();
    return read(
        runs,
        archive -> {
          archive.list(query, (found, asked) -> runs.add(run(found)));
          return runs;
        });
  }

  @Override
  public List<FoundRun> search(String owner, List<String> words, int limit) throws IOException {
    List<FoundRun> runs = new ArrayList<>();
    return read(
        runs,
        archive -> {
          archive.passages(
              words,
              of(owner, limit),
              (found, passage) ->
                  runs.add(
                      new FoundRun(
                          run(found),
                          passage.text(),
                          passage.marks().stream()
                              .map(mark -> new FoundRun.Mark(mark.begin(), mark.end()))
                              .toList())));
          return runs;
        });
  }

  @Override
  public void transcript(String id, Consumer<String> lines) throws IOException {
    read(
        file,
        archive -> {
          try (OutputStream out = new LineOutput(lines)) {
            archive.export(id, out);
          }
          return file;
        });
  }

  @Override
  public void remove(String id) throws IOException {
    boolean overwritten = read(true, archive -> archive.remove(List.of(id)).overwritten());
    if (!overwritten) {
      throw new IOException(
          "the run '"
              + id
              + "' is removed, but another process reads "
              + file
              + ", so that the file holds its text until the next removal");
    }
  }

  private static RunQuery of(String owner, int limit) {
    return RunQuery.all().attribute(OWNER, owner, STANDARD_OWNER).limit(limit);
  }

  private static boolean isOf(String owner, PastRun run) {
    return run.open().attributes().getOrDefault(OWNER, STANDARD_OWNER).equals(owner);
  }

  private static PastRun run(ArchivedRun run) {
    return new PastRun(
        run.id(), run.model(), run.open(), run.end(), run.completion(), run.answer());
  }

  private <T> T read(T nothing, Use<T> use) throws IOException {
    if (Files.notExists(file)) {
      return nothing;
    }
    try (Archive archive = Archive.open(file)) {
      return use.of(archive);
    }
  }

  @FunctionalInterface
  private interface Use<T> {
    T of(Archive archive) throws IOException;
  }
}
