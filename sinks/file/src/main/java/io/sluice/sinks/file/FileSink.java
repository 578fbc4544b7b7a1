package io.sluice.sinks.file;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer's text, or the transcript of its run, to a file readable by its owner alone.
 * What comes is written to {@code x.partial} at once and becomes {@code x} in one step when the
 * answer has completed; after any other end {@code x.partial} stays and its last line says which,
 * unless nothing was ever sent. With {@link #appending()} it is written to {@code x} in place.
 * Mutable; for one run.
 */
public final class FileSink implements Sink {

  private final Path path;
  private final Format format;
  private final Existing existing;
  private @Nullable Target target;
  private @Nullable Recording recording;

  private FileSink(Path path, Format format, Existing existing) {
    this.path = Objects.requireNonNull(path, "path");
    this.format = format;
    this.existing = existing;
  }

  /** A transcript, as {@code docs/transcript-format.md} has it; refuses a file that exists. */
  public static FileSink jsonl(Path path) {
    return new FileSink(path, Format.JSONL, Existing.REFUSED);
  }

  /**
   * The text of choice 0, then the other choices, headed; a refusal where there is no text. Refuses
   * a file that exists.
   */
  public static FileSink text(Path path) {
    return new FileSink(path, Format.TEXT, Existing.REFUSED);
  }

  /** The same, but a file that exists is replaced once the answer has completed. */
  public FileSink overwriting() {
    return new FileSink(path, format, Existing.OVERWRITTEN);
  }

  /**
   * The same, but what comes is put after what the file holds, which is locked until the end: a
   * second run that would append to it meanwhile is refused.
   */
  public FileSink appending() {
    return new FileSink(path, format, Existing.APPENDED_TO);
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    Target opened = existing.open(path);
    target = opened;
    recording = format.begin(opened);
    recording.open(context);
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    opened(recording).retry(retry);
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    opened(recording).chunk(chunk);
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    opened(recording).end(outcome);
    if (outcome.status() == Status.COMPLETED) {
      opened(target).complete();
    } else if (outcome.chunks() == 0 && outcome.timing().attempts() == 0) {
      opened(target).abandon();
    }
  }

  @Override
  public void close() throws IOException {
    if (target != null) {
      target.close();
    }
  }

  private static <T> T opened(@Nullable T part) {
    return Objects.requireNonNull(part, "onOpen comes first");
  }
}
