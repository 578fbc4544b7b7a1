package io.sluice.server.passage;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.sluice.chat.ChatRequest;
import io.sluice.server.http.Refusal;
import io.sluice.server.runs.ReceivedRun;
import io.sluice.server.runs.RunShelf;
import io.sluice.server.runs.ServedRun;
import io.sluice.stream.Failure;
import io.sluice.stream.Source;
import io.sluice.transport.netty.ReceivedAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The record of a passed request: a run, whose answer is a copy of what passes. It is begun when
 * the request is whole, or the answer comes before that. Confined to the client's loop; nothing
 * here waits.
 */
final class RunRecord {

  private final RunShelf shelf;
  private final Executor executor;
  private final Instant started = Instant.now();
  private final String id;
  private final String owner;
  private final String endpoint;
  private final RequestCopy request;
  private final ReceivedAnswer answer;
  private final CompletableFuture<Void> open = new CompletableFuture<>();
  private final CompletableFuture<Void> settled = new CompletableFuture<>();
  private volatile Runnable stopping = () -> {};
  private CompletionStage<List<String>> secrets = CompletableFuture.completedStage(List.of());
  private volatile boolean refused;
  private volatile boolean begun;

  /**
   * @param executor where the request is read and the run begun
   * @param owner the name of the token that the run belongs to
   * @param endpoint the name of the endpoint that answers
   */
  RunRecord(
      RunShelf shelf,
      Executor executor,
      String owner,
      String endpoint,
      RequestCopy request,
      ReceivedAnswer answer) {
    this.shelf = shelf;
    this.executor = executor;
    this.id = shelf.name(started);
    this.owner = owner;
    this.endpoint = endpoint;
    this.request = request;
    this.answer = answer;
  }

  /** Sets what must be masked, which the run waits for; if that fails, there is nothing to mask. */
  RunRecord masking(CompletionStage<List<String>> texts) {
    secrets = texts.exceptionally(unknown -> List.of());
    return this;
  }

  /** The name of the run. */
  String id() {
    return id;
  }

  /** Completes when its sinks are open; fails if they cannot be, or the run is refused. */
  CompletionStage<Void> open() {
    return open;
  }

  /** Sets what is called, on any thread, when the run is stopped by one who may see it. */
  void whenStopped(Runnable told) {
    stopping = told;
  }

  /** Whether the run can be found by its name, as far as is known. */
  boolean isKept() {
    return !refused;
  }

  /** Whether the run was begun, with all of the request or without it. */
  boolean isBegun() {
    return begun;
  }

  /** Completes, once it was begun, when the run is kept or was refused. */
  CompletableFuture<Void> settled() {
    return settled;
  }

  /** Copies a piece of the request. */
  void request(HttpContent piece) {
    if (!begun) {
      request.add(piece.content());
      if (request.isLeft()) {
        begin();
      }
    }
  }

  /** Begins the run with what was copied of the request, which is all of it or too little. */
  void begin() {
    if (!begun) {
      begun = true;
      secrets
          .thenAcceptAsync(masked -> start(request.read(), masked), executor)
          .whenComplete(
              (done, broken) -> {
                Optional.ofNullable(broken).ifPresent(this::lost);
                settled.complete(null);
              });
    }
  }

  private void start(Optional<ChatRequest> asked, List<String> masked) {
    try {
      Source source = answer.source(asked, masked);
      Optional<Runnable> stop = Optional.of(() -> stopping.run());
      var run = new ReceivedRun(id, started, owner, endpoint, source, stop);
      ServedRun served = shelf.receive(run);
      answer.wanted().thenRun(() -> open.complete(null));
      served.over().thenRun(() -> lost(UpstreamRefusal.withoutRecord()));
    } catch (Refusal full) {
      refused = true;
      lost(full);
    }
  }

  /** The run has ended, or never began: what still comes is not wanted. */
  private void lost(Throwable why) {
    answer.discard();
    open.completeExceptionally(why instanceof Refusal ? why : UpstreamRefusal.withoutRecord());
  }

  /** Whether so much waits to be recorded that a record that is required slows its client. */
  boolean isBehind() {
    return answer.isBehind();
  }

  /** Sets what is called, on any thread, when it is no longer behind. */
  void whenCaughtUp(Runnable told) {
    answer.whenCaughtUp(told);
  }

  void head(HttpResponse head) {
    begin();
    answer.head(head);
  }

  void piece(HttpContent piece) {
    answer.piece(piece);
  }

  void broke(Failure failure) {
    answer.broke(failure);
  }

  void unanswered(Failure failure) {
    begin();
    answer.unanswered(failure);
  }

  /** Nobody wants the answer any more; one that is whole is still recorded whole. */
  void stopped() {
    begin();
    answer.stopped();
  }
}
