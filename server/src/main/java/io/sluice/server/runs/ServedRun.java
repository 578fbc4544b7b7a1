package io.sluice.server.runs;

import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.Run;
import io.sluice.runlog.LogWatch;
import io.sluice.runlog.RunLog;
import io.sluice.server.runs.RunRecovery.Ending;
import io.sluice.sink.StreamContext;
import io.sluice.transcript.TranscriptWriter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A run of the server: its log, its answer so far, and who may see it. Thread-safe. */
public final class ServedRun {

  private final String owner;
  private final String endpoint;
  private final Optional<Runnable> stopping;
  private final RunLog log;
  private final AnswerSoFar answer;
  private final Ending ending;
  private final RunProgress progress;
  private final AtomicInteger viewers = new AtomicInteger();
  private final CompletableFuture<Run> run = new CompletableFuture<>();
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  /** A run that is about to begin. */
  ServedRun(
      ReceivedRun planned, RunLog log, AnswerSoFar answer, Ending ending, RunProgress progress) {
    this(planned.owner(), planned.endpoint(), planned.stopping(), log, answer, ending, progress);
  }

  /** A run that has ended, as it was read back. */
  ServedRun(
      String owner,
      String endpoint,
      RunLog log,
      AnswerSoFar answer,
      Ending ending,
      RunProgress progress) {
    this(owner, endpoint, Optional.empty(), log, answer, ending, progress);
  }

  private ServedRun(
      String owner,
      String endpoint,
      Optional<Runnable> stopping,
      RunLog log,
      AnswerSoFar answer,
      Ending ending,
      RunProgress progress) {
    this.owner = owner;
    this.endpoint = endpoint;
    this.stopping = stopping;
    this.log = log;
    this.answer = answer;
    this.ending = ending;
    this.progress = progress;
  }

  /** The name of the run, under which its log, its transcript and its records know it. */
  public String id() {
    return answer.context().id();
  }

  /** What its sinks are told of it. */
  public StreamContext context() {
    return answer.context();
  }

  /** The name of the token that began it. */
  public String owner() {
    return owner;
  }

  /** The name of the endpoint that answers. */
  public String endpoint() {
    return endpoint;
  }

  /** Its lines. */
  public RunLog log() {
    return log;
  }

  /** Whether it has not ended yet. */
  public boolean isLive() {
    return !answer.isWhole();
  }

  /** How it ended, such as {@code "completed"}; {@code "live"} until then. */
  public String status() {
    return answer.status();
  }

  /**
   * Whether the archive had no end of it: its process was killed, so that a viewer may have seen
   * lines that are nowhere any more, or another process still writes it.
   */
  public boolean wasKilled() {
    return ending == Ending.ADDED;
  }

  /** Whether another process makes it, and this server only follows it. */
  public boolean isFollowed() {
    return ending == Ending.ELSEWHERE;
  }

  /** The answer so far, or the whole result: a completion in JSON, with a member {@code sluice}. */
  public String json() {
    return answer.json();
  }

  /** Completes when it has ended and its last line was written. */
  public CompletionStage<Void> over() {
    return over.minimalCompletionStage();
  }

  /**
   * Stops it in whatever phase it is; an answer that was received whole is still recorded whole.
   * May be called again, also after the end.
   */
  public void stop() {
    stopping.ifPresentOrElse(Runnable::run, () -> run.thenAccept(Run::stop));
  }

  /** What it waits for until its first token; empty from then on. */
  public Optional<FirstTokenWait> waiting() {
    return progress.waiting();
  }

  /** How many tokens it has, as far as they are counted; the count of the whole before its end. */
  public Optional<TokenFigures> tokens() {
    return progress.tokens();
  }

  /**
   * Has {@code signal} called after each line and each change of what is known besides, on the
   * thread that did it. It must return at once and must not throw.
   */
  public LogWatch watch(Runnable signal) {
    LogWatch lines = log.watch(signal);
    LogWatch more = progress.watch(signal);
    return () -> {
      lines.close();
      more.close();
    };
  }

  /** How many follow it now. */
  public int viewers() {
    return viewers.get();
  }

  /** Counts a viewer that came. */
  public void enter() {
    viewers.incrementAndGet();
  }

  /** Counts a viewer that left. */
  public void leave() {
    viewers.decrementAndGet();
  }

  /** Takes the run under way; the result completes when its last line was written. */
  CompletionStage<Void> began(Run started) {
    run.complete(started);
    return started.result().thenAccept(this::ended).thenRun(() -> over.complete(null));
  }

  /** A run that was stopped or failed before its sinks were open has no line yet. */
  private void ended(PipelineResult result) {
    answer.ended(result);
    if (!log.isEnded() && !log.isClosed()) {
      if (log.lines() == 0) {
        log.append(TranscriptWriter.open(answer.context()));
      }
      log.end(TranscriptWriter.end(result.outcome()));
    }
  }
}
