package io.sluice.cli;

import io.sluice.transport.netty.NettyTransport;
import java.util.Set;

/** What a request needs is loaded by a thread of its own while the arguments are being read. */
final class HeadStart {
  /** First words after which nobody is asked. */
  static final Set<String> NOBODY_IS_ASKED =
      Set.of(
          "--help",
          "-h",
          "--version",
          "replay",
          "sse",
          "tokens",
          "simulate",
          "sinks",
          "log",
          "config",
          "completion");

  private HeadStart() {}

  /** Takes it if these arguments will ask somebody. What goes wrong comes up again in the open. */
  static void of(String... args) {
    if (args.length > 0 && NOBODY_IS_ASKED.contains(args[0])) {
      return;
    }
    var thread = new Thread(NettyTransport::prepare, "sluice-head-start");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((where, broken) -> {});
    thread.start();
  }
}
