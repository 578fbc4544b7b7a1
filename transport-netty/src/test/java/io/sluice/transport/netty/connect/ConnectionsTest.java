package io.sluice.transport.netty.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import io.sluice.transport.netty.RawServer;
import io.sluice.transport.netty.route.Route;
import io.sluice.transport.netty.route.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;

/** Which connections are kept, and for how long, by a clock that the test moves. */
class ConnectionsTest {

  private static final Target TARGET = new Target(Target.Security.NONE, "127.0.0.1", 9);
  private static final Target OTHER = new Target(Target.Security.NONE, "127.0.0.1", 8);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final MockTicker clock = Ticker.newMockTicker();
  private final EmbeddedChannel channel = channel();
  private final Connections connections =
      new Connections(
          channel.eventLoop(),
          new Dialer(
              channel.eventLoop(),
              new NameResolution(Runnable::run),
              target -> new Route(target, Optional.empty()),
              Tls.later(TlsSettings::usual, Runnable::run)),
          PoolSize.usual());

  @Test
  void aConnectionInSteadyUseIsClosedAtItsGreatestAge() throws Exception {
    Connection connection = connection(channel, TARGET);
    for (int seconds = 0; seconds < 300; seconds += 20) {
      connections.release(connection);
      assertThat(channel.isOpen()).as("after %s s", seconds).isTrue();
      pass(Duration.ofSeconds(20));
      if (seconds < 280) {
        assertThat(connections.acquire(TARGET, LIMIT).get()).isSameAs(connection);
      }
    }
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void aConnectionThatCameOfAgeInUseIsNotKept() {
    Connection connection = connection(channel, TARGET);
    pass(Duration.ofMinutes(5));
    connections.release(connection);
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void anIdleConnectionIsLetGoAsBefore() {
    connections.release(connection(channel, TARGET));
    pass(Duration.ofSeconds(29));
    assertThat(channel.isOpen()).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void distrustClosesTheIdleConnectionsToOneTarget() {
    EmbeddedChannel neighbour = channel();
    EmbeddedChannel stranger = channel();
    connections.release(connection(channel, TARGET));
    connections.release(connection(neighbour, TARGET));
    connections.release(connection(stranger, OTHER));

    connections.distrust(TARGET);

    assertThat(channel.isOpen()).isFalse();
    assertThat(neighbour.isOpen()).isFalse();
    assertThat(stranger.isOpen()).isTrue();
  }

  @Test
  void tcpAsksAfterAMinuteWhetherThePeerIsStillThere() throws Exception {
    var network = Network.own(1);
    try (var server = RawServer.playing(RawServer.Peer::awaitClose)) {
      var dialer =
          new Dialer(
              network.loop(),
              new NameResolution(Runnable::run),
              target -> new Route(target, Optional.empty()),
              Tls.later(TlsSettings::usual, Runnable::run));
      Target target = new Target(Target.Security.NONE, "127.0.0.1", server.port());
      var idle = new CompletableFuture<Optional<Integer>>();
      network
          .loop()
          .execute(
              () ->
                  dialer
                      .dial(target, LIMIT)
                      .addListener(done -> idle.complete(keepIdle((Connection) done.getNow()))));
      assertThat(idle.get(20, TimeUnit.SECONDS).orElse(KeepAliveProbes.IDLE_SECONDS))
          .isEqualTo(KeepAliveProbes.IDLE_SECONDS);
      network.close(dialer::close);
    }
  }

  /** Nothing where the platform has no such option. */
  private static Optional<Integer> keepIdle(Connection connection) {
    return Optional.ofNullable(
        connection
            .channel()
            .config()
            .getOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE)));
  }

  private void pass(Duration time) {
    clock.advance(time.toNanos(), TimeUnit.NANOSECONDS);
    channel.runScheduledPendingTasks();
  }

  private EmbeddedChannel channel() {
    return EmbeddedChannel.builder().ticker(clock).build();
  }

  private Connection connection(EmbeddedChannel channel, Target target) {
    return new Connection(channel, new Route(target, Optional.empty()), clock::nanoTime);
  }
}
