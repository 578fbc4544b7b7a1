package io.sluice.transport.netty.call;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.sluice.chat.ChatRequest;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.body.RatioBound;
import io.sluice.transport.netty.connect.Connection;
import io.sluice.transport.netty.http.AnswerBytes;
import io.sluice.transport.netty.http.HttpBody;
import io.sluice.transport.netty.http.HttpCodec;
import io.sluice.transport.netty.mask.Redaction;
import io.sluice.transport.netty.route.Route;
import io.sluice.wire.Endpoint;
import io.sluice.wire.OpenAiDialect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Processes a request and a response head without a network, so that their classes are loaded. */
public final class WarmUp {

  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 0\r\n\r\n";

  private WarmUp() {}

  /** Processes one request and one response head on the caller's thread; opens no connection. */
  public static void hold() {
    new NioSocketChannel().unsafe().closeForcibly();
    var endpoint = Endpoint.of("http://localhost/v1");
    var conversation =
        new ChatCall(
            endpoint,
            new Redaction(endpoint),
            new OpenAiDialect(),
            ChatRequest.of("model", "Hello."));
    var channel =
        new EmbeddedChannel(
            new AnswerBytes(),
            HttpCodec.make(),
            new RatioBound(),
            new HttpBody(conversation.decoder()));
    var connection = new Connection(channel, new Route(conversation.target(), Optional.empty()));
    channel.writeOutbound(
        RequestMessage.of(conversation.call(StreamOptions.defaults()), connection));
    channel.writeInbound(Unpooled.copiedBuffer(HEAD, StandardCharsets.US_ASCII));
    channel.finishAndReleaseAll();
  }
}
