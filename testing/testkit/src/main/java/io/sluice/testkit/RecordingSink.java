package io.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A sink that records its calls, which a test then asserts one by one. End with {@link
 * #assertExhausted()}, so that additional calls are noticed. Thread-safe.
 */
public final class RecordingSink implements Sink {

  private static final Call NONE = new Call("no call", "");

  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

  /** Creates a sink that has recorded nothing yet. */
  public RecordingSink() {}

  @Override
  public void onOpen(StreamContext context) {
    calls.add(new Call("onOpen", context));
  }

  @Override
  public void onRetry(Retry retry) {
    calls.add(new Call("onRetry", retry));
  }

  @Override
  public void onChunk(Chunk chunk) {
    calls.add(new Call("onChunk", chunk));
  }

  @Override
  public void onEnd(Outcome outcome) {
    calls.add(new Call("onEnd", outcome));
  }

  @Override
  public void close() {
    calls.add(new Call("close", this));
  }

  /** Asserts that the next call was {@code onOpen} and returns its argument. */
  public StreamContext assertOpen() {
    return next("onOpen", StreamContext.class);
  }

  /** Asserts that the next call was {@code onRetry} and returns its argument. */
  public Retry assertRetry() {
    return next("onRetry", Retry.class);
  }

  /** Asserts that the next call was {@code onChunk} and returns its argument. */
  public Chunk assertChunk() {
    return next("onChunk", Chunk.class);
  }

  /**
   * Asserts that the next call was {@code onChunk} with this visible text and returns its argument.
   */
  public Chunk assertChunk(String text) {
    Chunk chunk = assertChunk();
    assertThat(chunk.text()).isEqualTo(text);
    return chunk;
  }

  /**
   * Asserts that the next call was {@code onEnd} with this status and returns the whole outcome.
   */
  public Outcome assertEnd(Status status) {
    Outcome outcome = next("onEnd", Outcome.class);
    assertThat(outcome.status()).isEqualTo(status);
    return outcome;
  }

  /** Asserts that the next call was {@code close}. */
  public void assertClosed() {
    next("close", Sink.class);
  }

  /** Asserts that there are no more calls than those asserted. */
  public void assertExhausted() {
    assertThat(calls).as("calls nobody asserted").isEmpty();
  }

  private <T> T next(String name, Class<T> argument) {
    Call call = Objects.requireNonNullElse(calls.poll(), NONE);
    assertThat(call.name()).as("the next call").isEqualTo(name);
    return argument.cast(call.argument());
  }

  private record Call(String name, Object argument) {}
}
