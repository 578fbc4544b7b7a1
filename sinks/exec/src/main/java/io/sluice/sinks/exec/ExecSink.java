package io.sluice.sinks.exec;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.transcript.TranscriptSink;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts a program and writes the transcript of the run ({@code docs/transcript-format.md}) to its
 * standard input, each line as soon as there is something to say. No shell comes between: the words
 * are the program and its arguments. The program gets the environment without what is secret by its
 * name. It may read as slowly as it likes, but not nothing at all: then, if it ends before the
 * answer does, or if it fails at the end, the sink fails. It is ended with the sink at the latest.
 * What configures a sink returns another one. For one run.
 */
public final class ExecSink implements Sink {

  /** The default limit on the time that a program may take for one line, and for its end. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<String> words;
  private final OutputStream output;
  private final Duration patience;
  private final Set<String> handedOn;
  private final TranscriptSink transcript = TranscriptSink.to(line -> opened().write(line));
  private @Nullable Program program;

  private ExecSink(
      List<String> words, OutputStream output, Duration patience, Set<String> handedOn) {
    this.words = List.copyOf(words);
    this.output = Objects.requireNonNull(output, "output");
    this.patience = Objects.requireNonNull(patience, "patience");
    this.handedOn = Set.copyOf(handedOn);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("there is no program to start; name one");
    }
    if (patience.isZero() || patience.isNegative()) {
      throw new IllegalArgumentException("a patience of " + patience + " is none; use some");
    }
  }

  /**
   * A sink that runs a program.
   *
   * @param words the program, a name to be found on the path or a path, and its arguments
   * @param output where the program's standard output and error go; not closed
   */
  public static ExecSink of(List<String> words, OutputStream output) {
    return new ExecSink(words, output, PATIENCE, Set.of());
  }

  /**
   * Returns a sink with another limit for one line, and for the time from the last line to its end.
   */
  public ExecSink patience(Duration limit) {
    return new ExecSink(words, output, limit, handedOn);
  }

  /** Returns a sink that hands these variables on although their names or values look secret. */
  public ExecSink handingOn(Set<String> variables) {
    return new ExecSink(words, output, patience, variables);
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    program = Program.start(words, handedOn, patience, output);
    transcript.onOpen(context);
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    transcript.onRetry(retry);
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    transcript.onChunk(chunk);
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    transcript.onEnd(outcome);
    opened().finish();
  }

  @Override
  public void close() {
    if (program != null) {
      program.close();
    }
  }

  private Program opened() {
    return Objects.requireNonNull(program, "onOpen comes first");
  }
}
