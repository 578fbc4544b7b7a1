package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.stream.Status;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A consumer that is slow makes the server wait; nothing piles up between them. */
class BackPressureTest {

  /** More than all the buffers of two sockets hold. */
  private static final long MORE_THAN_FITS = 256L << 20;

  private static final String CHUNK = Wire.text("x".repeat(200));

  @Test
  void aSinkThatDoesNotReturnMakesTheServersWritesBlock() throws Exception {
    var called = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var listening = ServerSocketChannel.open()) {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var stuck = CompletableFuture.supplyAsync(() -> writeUntilStuck(listening));
      String url = "http://127.0.0.1:" + listening.socket().getLocalPort() + "/v1";
      try (var transport =
          NettyTransport.builder(Endpoint.of(url)).proxies(Proxies.none()).build()) {
        var run =
            Pipeline.from(transport)
                .to(
                    "slow",
                    chunk -> {
                      called.countDown();
                      Streams.await(goOn);
                    })
                .build()
                .start(REQUEST);
        assertThat(stuck.join()).isLessThan(MORE_THAN_FITS);
        called.await();
        run.stop();
        goOn.countDown();
        PipelineResult result = run.result().toCompletableFuture().join();
        assertThat(result.outcome().status()).isEqualTo(Status.STOPPED);
        assertThat(result.outcome().chunks()).isEqualTo(1);
      }
    }
  }

  /** How many bytes could be written until none could be for a second. */
  private static long writeUntilStuck(ServerSocketChannel listening) {
    try (SocketChannel client = listening.accept();
        Selector writable = Selector.open()) {
      client.read(ByteBuffer.allocate(64 << 10));
      client.configureBlocking(false);
      client.register(writable, SelectionKey.OP_WRITE);
      ByteBuffer head = bytes(Wire.HEAD);
      client.write(head);
      ByteBuffer chunks = bytes(CHUNK.repeat(256));
      long written = 0;
      while (written < MORE_THAN_FITS && writable.select(1_000) > 0) {
        writable.selectedKeys().clear();
        written += client.write(chunks);
        chunks.position(chunks.hasRemaining() ? chunks.position() : 0);
      }
      return written;
    } catch (IOException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
