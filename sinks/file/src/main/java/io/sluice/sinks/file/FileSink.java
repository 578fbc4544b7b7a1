package io.sluice.sinks.file;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.text.CodeSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer's text, or a record of its run, to a file that only its owner can read.
 * Everything received is written to {@code x.partial} at once, and that file is renamed to {@code
 * x} in one step when the answer has completed. After any other end {@code x.partial} remains, and
 * its last line says how the run ended; it is removed if no request was sent. With {@link
 * #appending()} the text is written to {@code x} in place. The configuration methods return a new
 * sink. For one run.
 */
public final class FileSink implements Sink {

  /** What a Java program must do to replace a file. */
  private static final String CALL = "call overwriting()";

  private final Path path;
  private final Format format;
  private final Optional<PathTemplate> template;
  private final ExistingFilePolicy existing;
  private final String remedy;
  private final Sync sync;
  private final Optional<CodeSelection> block;
  private @Nullable RecordTarget target;
  private @Nullable Sink recording;

  private FileSink(
      Path path,
      Format format,
      Optional<PathTemplate> template,
      ExistingFilePolicy existing,
      String remedy,
      Sync sync,
      Optional<CodeSelection> block) {
    this.path = path;
    this.format = format;
    this.template = template;
    this.existing = existing;
    this.remedy = remedy;
    this.sync = sync;
    this.block = block;
  }

  /** Writes {@code format}; refuses a file that exists. */
  static FileSink of(Path path, Format format) {
    Objects.requireNonNull(path, "path");
    return new FileSink(
        path,
        format,
        Optional.empty(),
        ExistingFilePolicy.REFUSED,
        CALL,
        Sync.END,
        Optional.empty());
  }

  /** Writes a transcript ({@code docs/transcript-format.md}); refuses a file that exists. */
  public static FileSink jsonl(Path path) {
    return of(path, Format.JSONL);
  }

  /**
   * Writes the text of choice 0, then the other choices with headings; a refusal if there is no
   * text. Refuses a file that exists.
   */
  public static FileSink text(Path path) {
    return of(path, Format.TEXT);
  }

  /**
   * Writes a document: front matter in YAML with model, time, outcome and usage, then the turns of
   * the request and the answer. Refuses a file that exists.
   */
  public static FileSink markdown(Path path) {
    return of(path, Format.MARKDOWN);
  }

  /**
   * Writes the payloads as an event stream, with an end marker if the answer completed. Refuses a
   * file that exists.
   */
  public static FileSink sse(Path path) {
    return of(path, Format.SSE);
  }

  /** Returns a sink that replaces an existing file once the answer has completed. */
  public FileSink overwriting() {
    return with(ExistingFilePolicy.OVERWRITTEN);
  }

  /**
   * Returns a sink whose message for an existing file has this remedy, such as an option to pass.
   */
  FileSink overwritingBy(String words) {
    return new FileSink(path, format, template, existing, words, sync, block);
  }

  /**
   * Returns a sink that appends the answer to the file, which is locked until the end: a second run
   * that would append to it meanwhile is refused.
   *
   * @throws IllegalArgumentException if this sink writes an event stream, which holds one answer
   */
  public FileSink appending() {
    if (format == Format.SSE) {
      throw new IllegalArgumentException(
          "an event stream holds one answer and cannot be appended to; use format=jsonl");
    }
    return with(ExistingFilePolicy.APPENDED_TO);
  }

  /**
   * Returns a sink that expands placeholders in the file's name: {@code {date}} and {@code {time}}
   * become the start of the run in this machine's time zone, {@code {model}} the requested model
   * and {@code {id}} the run's id. At most 64 characters of each are used. Characters other than
   * ASCII letters, digits, dots, hyphens and underscores become hyphens, as do dots at the
   * beginning.
   *
   * @throws IllegalArgumentException with a one-line message, if the path has another placeholder,
   *     or one in the name of a folder
   */
  public FileSink expanding() {
    Optional<PathTemplate> names = Optional.of(PathTemplate.of(path));
    return new FileSink(path, format, names, existing, remedy, sync, block);
  }

  /** Returns a sink that forces the file onto the disk at another time than {@link Sync#END}. */
  public FileSink syncing(Sync when) {
    Objects.requireNonNull(when, "when");
    return new FileSink(path, format, template, existing, remedy, when, block);
  }

  /**
   * Returns a sink that writes the content of one code block of each answer, and the whole answer
   * if it has no such block.
   *
   * @throws IllegalArgumentException if this sink writes anything but text
   */
  public FileSink extracting(CodeSelection selection) {
    if (format != Format.TEXT) {
      throw new IllegalArgumentException("a code block is written as text; use format=text");
    }
    return new FileSink(path, format, template, existing, remedy, sync, Optional.of(selection));
  }

  private FileSink with(ExistingFilePolicy handling) {
    return new FileSink(path, format, template, handling, remedy, sync, block);
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    Path file = template.map(names -> names.of(context, ZoneId.systemDefault())).orElse(path);
    RecordTarget opened = existing.open(file, remedy);
    target = opened;
    Sink begun = block.isPresent() ? new TextRecording(opened, block) : format.begin(opened);
    recording = begun;
    begun.onOpen(context);
    if (sync == Sync.CHUNK) {
      opened.sync();
      opened.syncName();
    }
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    opened(recording).onRetry(retry);
    syncEach();
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    opened(recording).onChunk(chunk);
    syncEach();
  }

  /**
   * Forces the bytes first and the name second, so that after a power cut the name never belongs to
   * an incomplete file.
   */
  @Override
  public void onEnd(Outcome outcome) throws IOException {
    RecordTarget written = opened(target);
    opened(recording).onEnd(outcome);
    if (sync != Sync.NONE) {
      written.sync();
    }
    if (outcome.status() == Status.COMPLETED) {
      written.complete();
    } else if (!outcome.wasSent()) {
      written.abandon();
    }
    if (sync != Sync.NONE) {
      written.syncName();
    }
  }

  @Override
  public void close() throws IOException {
    if (target != null) {
      target.close();
    }
  }

  private void syncEach() throws IOException {
    if (sync == Sync.CHUNK) {
      opened(target).sync();
    }
  }

  private static <T> T opened(@Nullable T part) {
    return Objects.requireNonNull(part, "onOpen comes first");
  }
}
