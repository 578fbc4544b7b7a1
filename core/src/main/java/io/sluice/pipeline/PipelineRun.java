package io.sluice.pipeline;

import io.sluice.context.ContextPropagation.Captured;
import io.sluice.pipeline.SinkFailure.Phase;
import io.sluice.sink.StreamContext;
import io.sluice.stage.Stage;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.OneLine;
import io.sluice.stream.Outcome;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Retry;
import io.sluice.stream.Source;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import io.sluice.thread.SerialTasks;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One answer on its way: a row of turns (open, retries, chunks, end) in which sinks are called.
 * Signals may come on any thread; they do no more than append a turn.
 */
final class PipelineRun implements Run {

  private static final int CHUNKS_A_TURN = 16;

  /** The calls between the opening and the end. */
  private static final Set<Phase> RUNNING = EnumSet.of(Phase.RETRY, Phase.CHUNK, Phase.IDLE);

  private final EarlyEnd halt = new EarlyEnd();
  private final SinkFailures failures = new SinkFailures();
  private final Interrupts interrupts = new Interrupts(this::stop);
  private final Lanes lanes;
  private final Captured caller;
  private final CompletableFuture<PipelineResult> result = new CompletableFuture<>();
  private final SerialTasks turns;
  private final StreamContext context;
  private final ChatStream stream;
  private Flow.@Nullable Subscription subscription;
  private volatile @Nullable Thread asking;
  private @Nullable Chunk answered;
  private volatile boolean over;

  /** Opens the stream, which sends nothing yet; throws what the source throws. */
  PipelineRun(Source source, RunTerms terms, Executor executor) {
    this.caller = terms.caller();
    this.turns =
        new SerialTasks(
            turn -> executor.execute(() -> take(turn)), System::nanoTime, this::refused);
    this.lanes = new Lanes(interrupts, terms.timer(), wake -> add(() -> wake(wake)), caller);
    var head = new AtomicReference<>(ResponseHead.NONE);
    RunContext own = RunContext.of(source, terms, head, this);
    this.context = own;
    StreamOptions told =
        terms.stream().toBuilder()
            .onRetry(this::retried)
            .onHead(head::set)
            .lateHeaders(own::lateHeaders)
            .build();
    this.stream = Objects.requireNonNull(source.open(told), "the source's stream");
  }

  void begin(List<Supplier<? extends Stage>> stages, List<DeclaredSink> outlets) {
    lanes.through(stages);
    add(() -> open(outlets));
  }

  @Override
  public void stop() {
    halt.stop();
    closeStream();
  }

  @Override
  public CompletionStage<PipelineResult> result() {
    var handedOut = new RunFuture<PipelineResult>(this::stop);
    result.thenAccept(handedOut::settle);
    return handedOut;
  }

  boolean over() {
    return over;
  }

  PipelineResult completedOrThrow() {
    PipelineResult ended = result.join();
    if (ended.outcome().status() != Status.COMPLETED) {
      throw exception(ended);
    }
    return ended;
  }

  private void ended(Throwable reason) {
    Outcome outcome = reason instanceof StreamException told ? told.outcome() : broken(reason);
    add(() -> finish(outcome));
  }

  private void concluded(@Nullable Outcome outcome, @Nullable Throwable reason) {
    if (outcome != null) {
      add(() -> finish(outcome));
    } else {
      ended(reason == null ? new IllegalStateException("it has no outcome") : reason);
    }
  }

  private void add(Runnable turn) {
    turns.add(() -> caller.run(turn));
  }

  private void take(Runnable turn) {
    try {
      turn.run();
    } finally {
      interrupts.restore();
    }
  }

  private void open(List<DeclaredSink> outlets) {
    lanes.make(outlets, this::failed);
    lanes.open(halt::called, context);
    haltWithoutSinks();
    if (halt.called()) {
      finish(halt.beforeAnythingWasSent());
      return;
    }
    try {
      stream.publisher().subscribe(new Inflow());
    } catch (RuntimeException | Error reason) {
      ended(reason);
    }
  }

  private void retried(Retry retry) {
    add(() -> tell(retry));
  }

  private void tell(Retry retry) {
    if (!over) {
      lanes.retry(retry);
      haltWithoutSinks();
    }
  }

  private void wake(Runnable stages) {
    if (!over) {
      interrupts.clear();
      stages.run();
      haltWithoutSinks();
    }
  }

  /** Takes those that wait too; after some, the thread may be wanted for another turn. */
  private void deliver(Chunk arrived) {
    Chunk chunk = arrived;
    try {
      asking = Thread.currentThread();
      for (int left = CHUNKS_A_TURN; chunk != null && !over; left--) {
        lanes.chunk(chunk);
        haltWithoutSinks();
        if (left == 1) {
          asking = null;
        }
        chunk = halt.called() ? null : next();
      }
    } catch (RuntimeException | Error reason) {
      ended(reason); // Of the subscription: what sinks throw is caught where they are called.
    } finally {
      asking = null;
    }
  }

  /** The next chunk if it waits already. */
  private @Nullable Chunk next() {
    Objects.requireNonNull(subscription, "subscription").request(1);
    Chunk next = answered;
    answered = null;
    return next;
  }

  private void finish(Outcome streamed) {
    if (over) {
      return;
    }
    lanes.drain(halt.judge(streamed));
    haltWithoutSinks();
    closeStream();
    Outcome outcome = halt.judge(streamed);
    lanes.end(outcome);
    lanes.close();
    over = true;
    complete(new PipelineResult(outcome, failures.all()));
  }

  /** The last there is to do, but for throwing: the next run may want this thread at once. */
  private void complete(PipelineResult ended) {
    Optional<VirtualMachineError> fatal = failures.fatal();
    fatal.ifPresent(error -> error.addSuppressed(exception(ended)));
    result.complete(ended);
    if (fatal.isPresent()) {
      throw fatal.get();
    }
  }

  private void haltWithoutSinks() {
    if (!over && !lanes.anyLive()) {
      halt.fail("no sink is left: " + failures.messages());
      closeStream();
    }
  }

  /** Called in turns, or by the thread of a buffered sink. */
  private void failed(DeclaredSink outlet, SinkFailure failure) {
    failures.add(failure);
    boolean neededToOpen = failure.phase() == Phase.OPEN && outlet.isRequired();
    if (neededToOpen || failure.cause() instanceof VirtualMachineError) {
      halt.fail(failure.message());
      closeStream();
    } else if (RUNNING.contains(failure.phase())) {
      add(this::haltWithoutSinks);
    }
  }

  private void refused(Throwable refusal) {
    halt.fail("the executor refused the run: " + SinkFailure.said(refusal));
    closeStream();
  }

  /** A stream that cannot be closed will not say its end either. */
  private void closeStream() {
    try {
      stream.close();
    } catch (RuntimeException | Error reason) {
      ended(reason);
    }
  }

  private static StreamException exception(PipelineResult ended) {
    var exception = new StreamException(ended.outcome());
    ended.sinkFailures().forEach(failure -> exception.addSuppressed(new SinkException(failure)));
    return exception;
  }

  /** A stream that signals something else than its outcome has not kept its contract. */
  private static Outcome broken(Throwable reason) {
    var failure = new Failure.Connection(OneLine.of("the stream broke: " + reason));
    return Outcome.builder(Status.FAILED).failure(failure).build();
  }

  /** Turns the stream's signals, on whatever threads they come, into turns of the run. */
  private final class Inflow implements Flow.Subscriber<Chunk> {

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(1);
    }

    /**
     * A chunk that was waiting comes within the call that asks for it, and needs no turn. One that
     * nobody asked for, of a publisher that does not count, follows in a turn.
     */
    @Override
    public void onNext(Chunk chunk) {
      if (asking == Thread.currentThread() && answered == null) {
        answered = chunk;
      } else {
        add(() -> deliver(chunk));
      }
    }

    @Override
    public void onError(Throwable reason) {
      ended(reason);
    }

    @Override
    public void onComplete() {
      try {
        stream.outcome().whenComplete(PipelineRun.this::concluded);
      } catch (RuntimeException | Error reason) {
        ended(reason);
      }
    }
  }
}
