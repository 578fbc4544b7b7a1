package io.sluice.sinks.sqlite;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.transcript.TranscriptLines;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a run in an {@link Archive}, which is made readable by its owner alone if there is none.
 * The request is there before anything is sent; what comes is written each second or 64 Ki
 * characters of transcript, and the rest at the end, so that a process that is killed leaves a run
 * marked as unfinished with all but its last second. Any number of sinks, in any number of
 * processes, may write to one archive at once; each waits up to five seconds for its turn. Mutable;
 * for one run.
 */
public final class SqliteSink implements Sink {
  private final Path file;
  private Optional<String> conversation = Optional.empty();
  private BiFunction<Optional<ChatRequest>, Completion, Optional<Json>> count =
      (request, completion) -> Optional.empty();
  private Optional<ChatRequest> request = Optional.empty();
  private @Nullable Session session;
  private @Nullable RunWriter run;

  private SqliteSink(Path file) {
    this.file = file;
  }

  /** A sink that keeps its run in that file; its folder must exist. */
  public static SqliteSink of(Path file) {
    return new SqliteSink(Objects.requireNonNull(file, "file"));
  }

  /** The conversation that the run belongs to; without this one of its own, named like the run. */
  public SqliteSink within(String conversation) {
    this.conversation = Optional.of(conversation);
    return this;
  }

  /**
   * What counts the tokens of a request, if it is known, and its answer; the result is kept as it
   * is. Called once, at the end of the run. A run is kept without a count if there is no counter.
   */
  public SqliteSink counting(
      BiFunction<Optional<ChatRequest>, Completion, Optional<Json>> counter) {
    count = Objects.requireNonNull(counter, "counter");
    return this;
  }

  /**
   * Opens the archive and adds the run.
   *
   * @throws DamagedArchiveException if the file holds no archive, or a damaged one
   */
  @Override
  public void onOpen(StreamContext context) throws IOException {
    request = context.request();
    Session opened = Database.open(file);
    session = opened;
    said(() -> run = RunWriter.begin(opened, context, conversation.orElse(context.id())));
  }

  @Override
  public void onRetry(Retry retry) {
    opened().retry(TranscriptLines.retry(retry));
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    said(() -> opened().chunk(chunk));
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    RunWriter ending = opened();
    if (outcome.chunks() == 0 && outcome.timing().attempts() == 0) {
      said(ending::abandon);
    } else {
      said(() -> ending.end(outcome, count.apply(request, outcome.completion())));
    }
    run = null;
  }

  /** Without an end before it, what came is written and the run stays unfinished. */
  @Override
  public void close() throws IOException {
    try (Session closing = session) {
      RunWriter left = run;
      if (closing != null && left != null) {
        said(left::flush);
      }
    } catch (SQLException refused) {
      throw SqlTrouble.of(file, refused);
    }
  }

  /** After a failure nothing more is tried. */
  private void said(Session.Work work) throws IOException {
    try {
      work.run();
    } catch (SQLException refused) {
      run = null;
      throw SqlTrouble.of(file, refused);
    }
  }

  private RunWriter opened() {
    return Objects.requireNonNull(run, "onOpen comes first");
  }
}
