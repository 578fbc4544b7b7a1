package io.sluice.transport.netty.connect;

import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelException;
import io.netty.channel.socket.nio.NioChannelOption;
import java.net.SocketOption;
import jdk.net.ExtendedSocketOptions;

/**
 * Sets how TCP checks whether an idle peer is still reachable: after a minute, since some NATs drop
 * a silent connection after little more, while most systems wait for two hours. On a platform
 * without these options, the system's own times apply.
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

  /**
   * Netty ignores options that a channel does not support; options that the system refuses are
   * optional.
   */
  private static void set(ChannelConfig config, SocketOption<Integer> option, int value) {
    try {
      config.setOption(NioChannelOption.of(option), value);
    } catch (ChannelException refused) {
      // The connection works without the option.
    }
  }
}
