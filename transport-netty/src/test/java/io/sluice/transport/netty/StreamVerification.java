package io.sluice.transport.netty;

import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/** The Reactive Streams TCK over streams of so many chunks. */
abstract class StreamVerification extends FlowPublisherVerification<Chunk> {

  private static final long SIGNAL_MILLIS = 1_000;
  private static final long NO_SIGNAL_MILLIS = 50;

  StreamVerification() {
    super(new TestEnvironment(SIGNAL_MILLIS, NO_SIGNAL_MILLIS));
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
}
