package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.Run;
import io.sluice.stream.Status;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A stream that waits for its server occupies no thread. */
class ManyStreamsTest {

  private static final int MANY = 1_000;

  @Test
  void aThousandOpenStreamsHaveNoThreadsOfTheirOwn() throws Exception {
    try (var server = new ServerSocket(0, MANY, InetAddress.getLoopbackAddress())) {
      var sockets = CompletableFuture.supplyAsync(() -> acceptAll(server));
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/v1";
      try (var transport =
          NettyTransport.builder(Endpoint.of(url)).proxies(Proxies.none()).build()) {
        var begun = new CountDownLatch(MANY);
        Pipeline pipeline =
            Pipeline.from(transport).to("any", () -> chunk -> begun.countDown()).build();
        int before = Thread.activeCount();
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
          runs.add(pipeline.start(REQUEST));
        }
        begun.await();
        // Before virtual threads, those that called the sinks live on for a second, 32 at most.
        assertThat(Thread.activeCount() - before).isLessThan(64);
        runs.forEach(Run::stop);
        assertThat(runs)
            .allSatisfy(
                run ->
                    assertThat(run.result().toCompletableFuture().join().outcome().status())
                        .isEqualTo(Status.STOPPED));
      }
      for (Socket socket : sockets.join()) {
        socket.close();
      }
    }
  }

  /** On one thread: says the first words to each and leaves them waiting. */
  private static List<Socket> acceptAll(ServerSocket server) {
    List<Socket> sockets = new ArrayList<>();
    byte[] words = (HEAD + text("a")).getBytes(StandardCharsets.UTF_8);
    try {
      while (sockets.size() < MANY) {
        Socket socket = server.accept();
        sockets.add(socket);
        socket.getOutputStream().write(words);
      }
      return sockets;
    } catch (IOException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }
}
