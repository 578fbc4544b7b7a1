package io.sluice.transport.netty;

import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.Flow;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.TestEnvironment.ManualSubscriber;
import org.reactivestreams.tck.TestEnvironment.ManualSubscriberWithSubscriptionSupport;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.Test;

/** The Reactive Streams TCK over streams of so many chunks. */
abstract class StreamVerification extends FlowPublisherVerification<Chunk> {

  /** As long as a busy machine may take; what comes sooner is not waited for. */
  private static final long SIGNAL_MILLIS = 5_000;

  private static final long NO_SIGNAL_MILLIS = 50;
  private static final long POLL_MILLIS = 20;
  private static final int COLLECTIONS = 200;
  private static final long COLLECTION_MILLIS = 100;

  StreamVerification() {
    super(environment());
  }

  abstract ChatStream stream(long chunks);

  @Override
  public Flow.Publisher<Chunk> createFlowPublisher(long elements) {
    return stream(elements).publisher();
  }

  /** A stream that was stopped before it was subscribed to. */
  @Override
  public Flow.Publisher<Chunk> createFailedFlowPublisher() {
    ChatStream stopped = stream(1);
    stopped.close();
    return stopped.publisher();
  }

  /** The TCK gives one collection 100 ms, which a busy machine exceeds: there are many here. */
  @Override
  @Test
  public void
      required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber()
          throws Throwable {
    var collected = new ReferenceQueue<ManualSubscriber<Chunk>>();
    ChatStream stream = stream(3);
    WeakReference<ManualSubscriber<Chunk>> cancelled = cancelled(stream, collected);
    for (int i = 0; i < COLLECTIONS && !cancelled.refersTo(null); i++) {
      System.gc();
      collected.remove(COLLECTION_MILLIS);
    }
    if (!cancelled.refersTo(null)) {
      throw new AssertionError(stream + " still holds a subscriber that has cancelled");
    }
  }

  private static TestEnvironment environment() {
    return new TestEnvironment(SIGNAL_MILLIS, NO_SIGNAL_MILLIS, POLL_MILLIS);
  }

  /** In a method of its own, so that no local variable keeps the subscriber. */
  private static WeakReference<ManualSubscriber<Chunk>> cancelled(
      ChatStream stream, ReferenceQueue<ManualSubscriber<Chunk>> collected) throws Throwable {
    TestEnvironment environment = environment();
    var subscriber = new ManualSubscriberWithSubscriptionSupport<Chunk>(environment);
    stream.publisher().subscribe(FlowAdapters.toFlowSubscriber(subscriber));
    subscriber.requestNextElement();
    subscriber.cancel();
    environment.verifyNoAsyncErrors();
    return new WeakReference<>(subscriber, collected);
  }
}
