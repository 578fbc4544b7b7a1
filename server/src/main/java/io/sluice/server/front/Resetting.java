package io.sluice.server.front;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;

/** Closes a connection so that its client sees that something is missing. */
final class Resetting {

  private Resetting() {}

  /** Resets the connection; what waits to be sent is dropped. */
  static void now(Channel channel) {
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    // Not through the handler of TLS, which would say that nothing is missing.
    channel.pipeline().firstContext().close();
  }
}
