package io.sluice.sinks.sqlite;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.transcript.TranscriptWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a run in an {@link Archive}. The file is created if it does not exist and can be read only
 * by its owner. The request is stored before anything is sent. The answer is stored each second or
 * 64 Ki characters of transcript, and the rest at the end, so that a killed process leaves a run
 * marked as unfinished with all but its last second. Any number of sinks, in any number of
 * processes, may write to one archive at once. While another process keeps it busy the stream does
 * not wait: what comes is held back, up to 16 Mi characters of transcript, and written with a later
 * chunk or at the end. Only opening and the end wait, for {@link #patience}. What configures a sink
 * returns another one. For one run.
 */
public final class SqliteSink implements Sink {

  private static final String CONVERSATION = "conversation";

  private final Path file;
  private final Optional<String> conversation;
  private final BiFunction<Optional<ChatRequest>, Completion, Optional<Json>> count;
  private final Duration patience;
  private final Opening opening;
  private Optional<ChatRequest> request = Optional.empty();
  private @Nullable RunWriter run;
  private boolean over;

  private SqliteSink(
      Path file,
      Optional<String> conversation,
      BiFunction<Optional<ChatRequest>, Completion, Optional<Json>> count,
      Duration patience,
      Opening opening) {
    this.file = file;
    this.conversation = conversation;
    this.count = count;
    this.patience = patience;
    this.opening = opening;
  }

  /** Creates a sink that keeps its run in that file; its folder must exist. */
  public static SqliteSink of(Path file) {
    return new SqliteSink(
        Objects.requireNonNull(file, "file"),
        Optional.empty(),
        (request, completion) -> Optional.empty(),
        Database.PATIENCE,
        Opening.AT_ONCE);
  }

  /**
   * Returns a sink that adds its run to that conversation; by default a run belongs to the one that
   * its attribute {@code conversation} names, or else is a conversation of its own, with its name.
   */
  public SqliteSink within(String name) {
    return new SqliteSink(file, Optional.of(name), count, patience, opening);
  }

  /**
   * Returns a sink that also stores a token count. {@code counter} gets the request, if it is
   * known, and the answer, once at the end of the run; its result is stored unchanged. Without a
   * counter no count is stored.
   */
  public SqliteSink counting(
      BiFunction<Optional<ChatRequest>, Completion, Optional<Json>> counter) {
    Objects.requireNonNull(counter, "counter");
    return new SqliteSink(file, conversation, counter, patience, opening);
  }

  /**
   * Returns a sink whose opening and end wait that long for another process, instead of five
   * seconds.
   */
  public SqliteSink patience(Duration limit) {
    Objects.requireNonNull(limit, "limit");
    return new SqliteSink(file, conversation, count, limit, opening);
  }

  /**
   * Returns a sink that opens the archive later if another process keeps it locked at first: {@link
   * #onOpen} hardly waits for it and does not fail, and the run is added with a later chunk or at
   * the end.
   */
  public SqliteSink openingLater() {
    return new SqliteSink(file, conversation, count, patience, Opening.LATER);
  }

  /**
   * Opens the archive and adds the run.
   *
   * @throws DamagedArchiveException if the file holds no archive, or a damaged one
   * @throws BusyArchiveException if another process keeps it locked for too long
   */
  @Override
  public void onOpen(StreamContext context) throws IOException {
    request = context.request();
    var opened = new RunWriter(file, context, conversation(context));
    run = opened;
    over = true;
    try {
      opened.begin(opening == Opening.LATER ? RunWriter.A_MOMENT : patience);
    } catch (BusyArchiveException busy) {
      if (opening == Opening.AT_ONCE) {
        throw busy;
      }
    }
    over = false;
  }

  @Override
  public void onRetry(Retry retry) {
    opened().retry(TranscriptWriter.retry(retry));
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    said(() -> opened().chunk(chunk));
  }

  /**
   * Writes the rest. What fails here leaves the run as it was, unfinished; the message says which
   * part that is.
   *
   * @throws BusyArchiveException if another process keeps the archive busy for too long
   */
  @Override
  public void onEnd(Outcome outcome) throws IOException {
    RunWriter ending = opened();
    if (outcome.wasSent()) {
      Optional<Json> counted = count.apply(request, outcome.completion());
      said(() -> ending.end(outcome, counted, patience));
    } else {
      said(() -> ending.abandon(patience));
    }
    over = true;
  }

  /**
   * Without an earlier end, the content received so far is written and the run stays unfinished.
   */
  @Override
  public void close() throws IOException {
    try (RunWriter closing = run) {
      if (closing != null && !over) {
        said(() -> closing.flush(patience));
      }
    }
  }

  /** The number of chunks of the run that are in the archive by now. */
  public long kept() {
    return run == null ? 0 : run.kept();
  }

  /** After a failure nothing more is tried. */
  private void said(Step step) throws IOException {
    try {
      step.take();
    } catch (DamagedArchiveException damaged) {
      over = true;
      throw damaged;
    } catch (BusyArchiveException busy) {
      over = true;
      throw new BusyArchiveException(busy.getMessage() + "; " + part(), busy);
    } catch (IOException refused) {
      over = true;
      throw new IOException(refused.getMessage() + "; " + part(), refused);
    }
  }

  private String conversation(StreamContext context) {
    return conversation
        .or(() -> Optional.ofNullable(context.attributes().get(CONVERSATION)))
        .orElseGet(context::id);
  }

  private String part() {
    RunWriter written = opened();
    if (written.kept() == 0) {
      return written.begun() ? "only what was asked is kept in it" : "nothing of it is kept";
    }
    String chunks =
        written.kept() == 1 ? "first chunk is" : "first " + written.kept() + " chunks are";
    return "only the " + chunks + " kept, marked as unfinished";
  }

  private RunWriter opened() {
    return Objects.requireNonNull(run, "onOpen comes first");
  }

  @FunctionalInterface
  private interface Step {
    void take() throws IOException;
  }

  /** What to do when another process keeps the archive locked. */
  private enum Opening {
    AT_ONCE,
    LATER
  }
}
