package io.sluice.simulator;

import static io.sluice.simulator.Asking.ask;
import static io.sluice.simulator.Asking.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.netty.util.LeakPresenceDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class NothingLeftBehindTest {
  private static final List<String> ENDS =
      List.of("times=1", "cut=2", "reset=2", "status=500", "whole", "gzip", "byte-per-write");

  @Test
  void buffersConnectionsAndTheThreadAreGone() throws IOException, InterruptedException {
    assertThat(ResourceLeakDetectorFactory.instance().newResourceLeakDetector(Object.class))
        .as("the build sets this detector")
        .isInstanceOf(LeakPresenceDetector.class);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    var simulator =
        Simulator.builder().onRequest(request -> threads.add(Thread.currentThread())).start();
    for (int round = 0; round < 70; round++) {
      ask(simulator, stream(), "X-Simulate: " + ENDS.get(round % ENDS.size()));
      leaveInTheMiddle(simulator);
    }
    simulator.close();

    assertThat(simulator.openConnections()).isZero();
    assertThatCode(LeakPresenceDetector::check).doesNotThrowAnyException();
    assertThat(threads).as("one thread serves all").hasSize(1);
    for (Thread thread : threads) {
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
  }

  private static void leaveInTheMiddle(Simulator simulator) throws IOException {
    try (var client = new RawClient(simulator)) {
      client.chat(stream(), "X-Simulate: endless").answer(1);
    }
    try (var client = new RawClient(simulator)) {
      client.chat(stream(), "X-Simulate: stall=1").answer(1);
    }
  }
}
