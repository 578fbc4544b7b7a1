package io.sluice.langchain4j;

import dev.langchain4j.model.chat.response.StreamingHandle;
import io.sluice.sink.StreamContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stops one stream. Thread-safe. */
final class CancelHandle implements StreamingHandle {

  private final AtomicBoolean cancelled = new AtomicBoolean();
  private volatile Optional<StreamContext> run = Optional.empty();

  void stops(StreamContext context) {
    run = Optional.of(context);
  }

  @Override
  public void cancel() {
    if (cancelled.compareAndSet(false, true)) {
      run.ifPresent(StreamContext::stop);
    }
  }

  @Override
  public boolean isCancelled() {
    return cancelled.get();
  }
}
