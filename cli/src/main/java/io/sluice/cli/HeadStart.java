package io.sluice.cli;

import io.sluice.transport.netty.NettyTransport;

/** Loads what a request needs on a thread of its own, while the arguments are being read. */
final class HeadStart {
  private HeadStart() {}

  /** Begins to load. What goes wrong goes wrong again where it is needed, and is told there. */
  static void begin() {
    var thread = new Thread(NettyTransport::prepare, "sluice-head-start");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((where, broken) -> {});
    thread.start();
  }
}
