package io.sluice.transport.netty.connect;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.RejectedExecutionException;

/**
 * A call that waits for a connection.
 *
 * @param loop the event loop that its connection must be on
 * @param connected what is completed with the connection
 * @param origin whether a connection that was used before will do
 * @param dial what dials when a slot is free; run on the loop
 */
record WaitingCall(EventLoop loop, Promise<Connection> connected, Origin origin, Runnable dial) {

  /** Called by any thread when a slot is free. */
  void grant() {
    if (loop.inEventLoop()) {
      dial.run();
      return;
    }
    try {
      loop.execute(dial);
    } catch (RejectedExecutionException closed) {
      connected.tryFailure(new ClosedTransport());
    }
  }

  boolean takesOver(EventLoop other) {
    return loop == other && origin == Origin.ANY;
  }

  /** Which connections a call can use. */
  enum Origin {
    ANY,
    NEW
  }
}
