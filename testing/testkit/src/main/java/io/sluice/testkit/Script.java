package io.sluice.testkit;

import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The actions of a server, step by step. Immutable: each method returns a longer script. A script
 * without an end sends nothing after its last step, until the stream is stopped.
 */
public final class Script {

  private final List<Step> steps;

  private Script(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** A server that sends nothing. */
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

  /** These chunks, in order. */
  public static Script of(Chunk... chunks) {
    Script script = silence();
    for (Chunk chunk : chunks) {
      script = script.chunk(chunk);
    }
    return script;
  }

  /** Adds a chunk. */
  public Script chunk(Chunk chunk) {
    return then(new Send(chunk));
  }

  /** Adds a chunk with text of choice 0. */
  public Script text(String text) {
    return chunk(Chunks.text(text));
  }

  /** Adds a connection that fails before anything was received, and a retry of the request. */
  public Script retry() {
    long before = steps.stream().filter(Again.class::isInstance).count();
    var cause = new Failure.Connection("connection refused");
    return then(new Again(new Retry((int) before + 2, Duration.ZERO, cause)));
  }

  /** Adds the end marker. */
  public Script done() {
    return end(new End.Done());
  }

  /** Adds the break of the connection. */
  public Script cut() {
    return end(new End.Cut("connection reset"));
  }

  /** Adds this end. */
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

  /** One action of a server. */
  sealed interface Step {}

  record Send(Chunk chunk) implements Step {}

  record Again(Retry retry) implements Step {}

  record Finish(End end) implements Step {}
}
