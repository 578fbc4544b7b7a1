package io.sluice.transport.netty.call;

import io.netty.channel.EventLoop;
import io.sluice.observe.ObservedStream;
import io.sluice.observe.SentRequest;
import io.sluice.observe.StreamObservation;
import io.sluice.observe.StreamObserver;
import io.sluice.stream.Outcome;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Retry;
import io.sluice.text.HeaderField;
import io.sluice.thread.UncaughtErrors;
import io.sluice.transport.netty.mask.Redaction;
import io.sluice.wire.HttpCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Tells the observers of a transport what happens to one stream; nothing that they throw leaves it.
 * Mutable; confined to its event loop except for {@link #ended}.
 */
final class StreamWatch {

  private final EventLoop loop;
  private final List<StreamObserver> observers;
  private final ObservedStream stream;
  private final List<StreamObservation> observations = new ArrayList<>();
  private int attempt = 1;
  private boolean over;

  StreamWatch(EventLoop loop, List<StreamObserver> observers, ObservedStream stream) {
    this.loop = loop;
    this.observers = observers;
    this.stream = stream;
  }

  /** Tells the observers of the stream; returns the header fields that they add to its requests. */
  List<HeaderField> started() {
    List<HeaderField> fields = new ArrayList<>();
    for (StreamObserver observer : observers) {
      guarded(() -> observations.add(observer.started(stream)));
    }
    tell(
        each ->
            each.headers()
                .forEach(
                    field -> fields.add(HeaderField.ofOneRequest(field.name(), field.value()))));
    return fields;
  }

  void sent(HttpCall call, Redaction redaction) {
    var request = SentRequest.of(attempt, call, redaction::of);
    tell(each -> each.sent(request));
  }

  void head(ResponseHead head) {
    tell(each -> each.head(head));
  }

  void retried(Retry retry) {
    attempt = retry.attempt();
    tell(each -> each.retried(retry));
  }

  void firstToken(Duration at) {
    tell(each -> each.firstToken(at));
  }

  /** Called once, by any thread; observers are told on the loop as long as it runs. */
  void ended(Outcome outcome) {
    try {
      loop.execute(() -> end(outcome));
    } catch (RejectedExecutionException stopped) {
      end(outcome);
    }
  }

  private void end(Outcome outcome) {
    tell(each -> each.ended(outcome));
    over = true;
  }

  private void tell(Consumer<StreamObservation> what) {
    if (!over) {
      observations.forEach(each -> guarded(() -> what.accept(each)));
    }
  }

  private static void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error thrown) {
      UncaughtErrors.of(thrown);
    }
  }
}
