package io.sluice.testkit;

import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a server does, step by step. Immutable: each method gives a longer script. A script without
 * an end falls silent after its last step, until someone stops the stream.
 */
public final class Script {

  private final List<Step> steps;

  private Script(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** A server that says nothing. */
  public static Script silence() {
    return new Script(List.of());
  }

  /** A whole answer: a role, these texts, a finish, usage, the end marker. */
  public static Script answer(String... texts) {
    Script script = silence().chunk(Chunks.role());
    for (String text : texts) {
      script = script.text(text);
    }
    return script.chunk(Chunks.finish()).chunk(Chunks.usage(9, texts.length)).done();
  }

  /** These chunks, one after the other. */
  public static Script of(Chunk... chunks) {
    Script script = silence();
    for (Chunk chunk : chunks) {
      script = script.chunk(chunk);
    }
    return script;
  }

  /** Then a chunk. */
  public Script chunk(Chunk chunk) {
    return then(new Send(chunk));
  }

  /** Then a chunk with text of choice 0. */
  public Script text(String text) {
    return chunk(Chunks.text(text));
  }

  /** Then the connection fails before anything came, and the request is sent again. */
  public Script retry() {
    long before = steps.stream().filter(Again.class::isInstance).count();
    var cause = new Failure.Connection("connection refused");
    return then(new Again(new Retry((int) before + 2, Duration.ZERO, cause)));
  }

  /** Then the end marker. */
  public Script done() {
    return end(new End.Done());
  }

  /** Then the connection breaks. */
  public Script cut() {
    return end(new End.Cut("connection reset"));
  }

  /** Then that end. */
  public Script end(End end) {
    return then(new Finish(end));
  }

  List<Step> steps() {
    return steps;
  }

  private Script then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Script(longer);
  }

  /** One thing a server does. */
  sealed interface Step {}

  record Send(Chunk chunk) implements Step {}

  record Again(Retry retry) implements Step {}

  record Finish(End end) implements Step {}
}
