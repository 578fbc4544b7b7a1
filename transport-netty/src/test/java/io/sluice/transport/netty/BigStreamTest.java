package io.sluice.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A gigabyte on the wire, through a process with a heap of 64 MiB. */
class BigStreamTest {

  private static final int WIRE_SIZE = 330;
  private static final long CHUNKS = (1L << 30) / WIRE_SIZE;
  private static final int AT_ONCE = 200;

  @Test
  @Tag("thorough")
  void aGigabytePassesThroughASmallHeap() throws Exception {
    try (var server = RawServer.playing(BigStreamTest::answer)) {
      Process client =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Client.class.getName(),
                  server.url())
              .redirectErrorStream(true)
              .start();
      String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said).endsWith("COMPLETED " + (CHUNKS + 1) + " " + 4 * CHUNKS + "\n");
      assertThat(client.waitFor()).isZero();
    }
  }

  private static void answer(RawServer.Peer peer) throws IOException {
    peer.readRequest();
    peer.write(Wire.HEAD);
    String many = chunk().repeat(AT_ONCE);
    for (long said = 0; said < CHUNKS; said += AT_ONCE) {
      peer.write(CHUNKS - said >= AT_ONCE ? many : chunk().repeat((int) (CHUNKS - said)));
    }
    peer.write(Wire.finish("stop") + Wire.DONE);
    peer.awaitClose();
  }

  /** A chunk of four characters, as large as OpenAI makes them. */
  private static String chunk() {
    String bare = Wire.text("word");
    String padding = "x".repeat(WIRE_SIZE - bare.length() - ",\"obfuscation\":\"\"".length());
    return bare.replace("}]}", "}],\"obfuscation\":\"" + padding + "\"}");
  }

  /** The other process. */
  static final class Client {
    private Client() {}

    public static void main(String[] args) {
      var characters = new AtomicLong();
      try (var transport =
          NettyTransport.builder(Endpoint.of(args[0])).proxies(Proxies.none()).build()) {
        PipelineResult result =
            Pipeline.from(transport)
                .to("count", () -> chunk -> characters.addAndGet(chunk.text().length()))
                .build()
                .run(ChatRequest.of("m", "Tell me everything."));
        System.out.println(
            result.outcome().status() + " " + result.outcome().chunks() + " " + characters);
      }
    }
  }
}
