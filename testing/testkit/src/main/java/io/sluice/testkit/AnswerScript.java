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
public final class AnswerScript {

  private final List<Step> steps;

  private AnswerScript(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** A server that sends nothing. */
  public static AnswerScript silence() {
    return new AnswerScript(List.of());
  }

  /** A whole answer: a role, these texts, a finish, usage, the end marker. */
  public static AnswerScript answer(String... texts) {
    AnswerScript script = silence().chunk(Chunks.role());
    for (String text : texts) {
      script = script.text(text);
    }
    return script.chunk(Chunks.finish()).chunk(Chunks.usage(9, texts.length)).done();
  }

  /** Returns a script that sends these chunks, in order. */
  public static AnswerScript of(Chunk... chunks) {
    AnswerScript script = silence();
    for (Chunk chunk : chunks) {
      script = script.chunk(chunk);
    }
    return script;
  }

  /** Adds a chunk. */
  public AnswerScript chunk(Chunk chunk) {
    return then(new Send(chunk));
  }

  /** Adds a chunk with text of choice 0. */
  public AnswerScript text(String text) {
    return chunk(Chunks.text(text));
  }

  /** Adds a connection that fails before anything was received, and a retry of the request. */
  public AnswerScript retry() {
    long before = steps.stream().filter(Again.class::isInstance).count();
    var cause = new Failure.Connection("connection refused");
    return then(new Again(new Retry((int) before + 2, Duration.ZERO, cause)));
  }

  /** Adds the end marker. */
  public AnswerScript done() {
    return end(new End.Done());
  }

  /** Adds the break of the connection. */
  public AnswerScript cut() {
    return end(new End.Cut("connection reset"));
  }

  /** Adds this end. */
  public AnswerScript end(End end) {
    return then(new Finish(end));
  }

  List<Step> steps() {
    return steps;
  }

  private AnswerScript then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new AnswerScript(longer);
  }

  /** One action of a server. */
  sealed interface Step {}

  record Send(Chunk chunk) implements Step {}

  record Again(Retry retry) implements Step {}

  record Finish(End end) implements Step {}
}
