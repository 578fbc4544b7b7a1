package io.sluice.observe;

/**
 * Observes all streams of a transport. Thread-safe: streams begin on several threads at once.
 *
 * <p>Observers are called on the transport's event loop, which serves other streams too. They must
 * not block; what takes long belongs on another thread. An exception ends neither the stream nor
 * the observation: it goes to the thread's handler of uncaught exceptions.
 */
@FunctionalInterface
public interface StreamObserver {

  /**
   * Called when a stream begins, before a connection is looked for. A stream that is closed before
   * its first chunk was asked for never begins.
   *
   * @return what is told the rest of this stream
   */
  StreamObservation started(ObservedStream stream);
}
