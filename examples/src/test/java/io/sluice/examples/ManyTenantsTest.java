package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.simulator.Simulator;
import io.sluice.stream.ChatStream;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the tenants of one transport cost, when a thousand streams are open at once. */
@Tag("thorough")
final class ManyTenantsTest {

  private static final int STREAMS = 1_000;
  private static final int TENANTS = 200;
  private static final long BYTES_FOR_A_TENANT = 16 * 1024;
  private static final StreamOptions SILENT_AFTER_A_WORD =
      StreamOptions.defaults().header("X-Simulate", "stall=3");

  /** What other tests of this process have left, which may end at any moment. */
  private final Set<Thread> others = Thread.getAllStackTraces().keySet();

  @Test
  void twoHundredTenantsTakeTheThreadsAndTheMemoryOfOne() {
    use(1); // What the first streams of a process load and keep.
    Use one = use(1);
    Use many = use(TENANTS);

    assertThat(many.threads()).isEqualTo(one.threads());
    assertThat(many.bytes() - one.bytes()).isLessThan(TENANTS * BYTES_FOR_A_TENANT);
  }

  private Use use(int tenants) {
    List<ChatStream> streams = new ArrayList<>();
    try (Simulator server = Simulator.start();
        NettyTransport shared = NettyTransport.open(endpoint(server))) {
      for (int i = 0; i < STREAMS; i++) {
        Endpoint tenant = endpoint(server).withKey("sk-tenant-" + i % tenants);
        ChatStream stream =
            shared.at(tenant).stream(ChatRequest.of("m", "Hello."), SILENT_AFTER_A_WORD);
        streams.add(stream);
        assertThat(stream.iterator().next()).isNotNull();
      }
      assertThat(server.openConnections()).isEqualTo(STREAMS);
      return now();
    } finally {
      streams.forEach(ChatStream::close);
    }
  }

  private static Endpoint endpoint(Simulator server) {
    return Endpoint.of(server.baseUrl().toString());
  }

  private Use now() {
    List<String> threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !others.contains(thread))
            .map(Thread::getName)
            .filter(name -> name.contains("sluice"))
            .map(name -> name.replaceAll("[0-9]+", ""))
            .sorted()
            .toList();
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return new Use(threads, runtime.totalMemory() - runtime.freeMemory());
  }

  /**
   * What so many streams take.
   *
   * @param threads the names of Sluice's threads, without their numbers
   * @param bytes what is in use after a collection
   */
  private record Use(List<String> threads, long bytes) {}
}
