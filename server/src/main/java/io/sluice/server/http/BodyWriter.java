package io.sluice.server.http;

import java.time.Duration;

/**
 * Where a reply that grows is written. Everything, the calls it makes included, happens on one
 * thread, its loop, except {@link #execute}.
 */
public interface BodyWriter {

  /**
   * Whether less than 64 KiB wait to be sent. A body that writes all the same is kept in memory.
   */
  boolean isWritable();

  /** Sends bytes; they must not change afterwards. Does nothing once the client is gone. */
  void write(byte[] bytes);

  /** Ends the body, and the exchange. May be called again. */
  void end();

  /** Cuts the connection, so that the client sees that the body is not complete. */
  void cut();

  /** Sets what is called each time when {@link #isWritable} has become true again. */
  void whenWritable(Runnable more);

  /** Sets what is called once, when the body has ended or the client is gone. */
  void whenOver(Runnable over);

  /** Runs a task on the loop, from any thread; never within this call. */
  void execute(Runnable task);

  /** Runs a task on the loop after a while, unless the body is over by then. */
  void after(Duration delay, Runnable task);
}
