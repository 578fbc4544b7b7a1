package io.sluice.transport.netty;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatStream;
import java.io.IOException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/** Run and counted by {@link PublisherTckTest}. The prompt says how many chunks are wanted. */
@Test
public class NettyPublisherTck extends StreamVerification {

  private final RawServer server;
  private final NettyTransport transport;

  public NettyPublisherTck() throws IOException {
    server = RawServer.playing(NettyPublisherTck::answer);
    transport = Streams.to(server);
  }

  @AfterClass
  public void close() throws IOException {
    transport.close();
    server.close();
  }

  @Override
  ChatStream stream(long chunks) {
    return transport.stream(ChatRequest.of("m", "<" + chunks + ">"));
  }

  /** Until all is said, or the client has gone. */
  private static void answer(RawServer.Peer peer) throws IOException {
    String body = peer.readRequest().body();
    long chunks = Long.parseLong(body.substring(body.indexOf('<') + 1, body.indexOf('>')));
    peer.write(Wire.HEAD);
    for (long said = 0; said < chunks; said++) {
      peer.write(Wire.finish("stop"));
    }
    peer.write(Wire.DONE);
    peer.awaitClose();
  }
}
