package io.sluice.transport.netty.call;

import io.netty.util.concurrent.Future;
import io.sluice.feed.Feed;
import io.sluice.transport.netty.connect.Connection;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connection that a call waits for. One that is made after the call was let go is closed.
 * Mutable; confined to its event loop.
 */
public final class Dialling {

  private @Nullable Future<Connection> awaited;
  private boolean unwanted;
  private Duration took = Duration.ZERO;

  /** A call that waits for nothing yet. */
  public Dialling() {}

  /** Waits for {@code connection}; exactly one of the consumers is called, unless let go. */
  public void await(
      Future<Connection> connection, Consumer<Connection> made, Consumer<Throwable> failed) {
    awaited = connection;
    long began = System.nanoTime();
    connection.addListener(
        done -> {
          awaited = null;
          took = Duration.ofNanos(System.nanoTime() - began);
          if (unwanted) {
            close(connection);
          } else if (connection.isSuccess()) {
            made.accept(connection.getNow());
          } else {
            failed.accept(connection.cause());
          }
        });
  }

  /** Tells the feed how long it took to make the connection, unless that was there already. */
  void report(Connection connection, Feed feed) {
    if (!connection.used()) {
      feed.connected(took);
    }
  }

  /** Wants no connection any more. */
  public void letGo() {
    unwanted = true;
    if (awaited != null) {
      awaited.cancel(false);
    }
  }

  private static void close(Future<Connection> connection) {
    if (connection.isSuccess()) {
      connection.getNow().channel().close();
    }
  }
}
