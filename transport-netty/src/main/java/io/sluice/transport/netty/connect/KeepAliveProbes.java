package io.sluice.transport.netty.connect;

import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelException;
import io.netty.channel.socket.nio.NioChannelOption;
import java.net.SocketOption;
import jdk.net.ExtendedSocketOptions;

/**
 * How TCP asks whether an idle peer is still there: after a minute, since some NATs forget a silent
 * connection after little more, where most systems wait for two hours. Where the platform does not
 * have these options its own times hold.
 */
final class KeepAliveProbes {

  static final int IDLE_SECONDS = 60;
  static final int INTERVAL_SECONDS = 15;
  static final int COUNT = 4;

  private KeepAliveProbes() {}

  static void set(ChannelConfig config) {
    set(config, ExtendedSocketOptions.TCP_KEEPIDLE, IDLE_SECONDS);
    set(config, ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL_SECONDS);
    set(config, ExtendedSocketOptions.TCP_KEEPCOUNT, COUNT);
  }

  /** Netty leaves alone what a channel does not support; what the system refuses may be missed. */
  private static void set(ChannelConfig config, SocketOption<Integer> option, int value) {
    try {
      config.setOption(NioChannelOption.of(option), value);
    } catch (ChannelException refused) {
      // The connection is as good as before.
    }
  }
}
