package io.sluice.simulator;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.sluice.simulator.chat.Documents;
import io.sluice.simulator.openai.RefusalJson;
import io.sluice.simulator.request.ErrorBody;
import io.sluice.simulator.script.Script;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/** The connection of one client: its requests are answered in order, one at a time. */
final class ClientConnection extends SimpleChannelInboundHandler<FullHttpRequest> {
  /** The number of requests that a client may send before their answers. */
  private static final int MOST_AHEAD = 16;

  private final Router router;
  private final Consumer<Received> observer;
  private final Queue<Turn> ahead = new ArrayDeque<>();
  private Optional<Player> playing = Optional.empty();
  private long answered;

  /** A request that waits until those before it are answered. */
  private record Turn(Received request, ClientHttp manners, Optional<Script> refusal) {}

  ClientConnection(Router router, Consumer<Received> observer) {
    this.router = router;
    this.observer = observer;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    if (ahead.size() == MOST_AHEAD) {
      context.close();
      return;
    }
    ahead.add(turn(request));
    if (playing.isEmpty()) {
      answerNext(context);
    }
  }

  private static Turn turn(FullHttpRequest request) {
    Received received = received(request);
    if (request.decoderResult().isSuccess()) {
      return new Turn(received, ClientHttp.of(request), Optional.empty());
    }
    return new Turn(
        received, ClientHttp.LAST, Optional.of(refusal(request.decoderResult().cause())));
  }

  private static Received received(FullHttpRequest request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    request.headers().names().forEach(name -> headers.put(name, request.headers().getAll(name)));
    return new Received(
        request.method().name(),
        request.uri(),
        headers,
        request.content().toString(StandardCharsets.UTF_8));
  }

  private static Script refusal(Throwable cause) {
    int status =
        cause instanceof TooLongHttpLineException
            ? 414
            : cause instanceof TooLongHttpHeaderException ? 431 : 400;
    var error = ErrorBody.of("not readable as HTTP/1.1: " + cause, "invalid_request_error");
    return Documents.json(status, RefusalJson.body(error));
  }

  private void answerNext(ChannelHandlerContext context) {
    Turn turn = ahead.poll();
    if (turn == null) {
      playing = Optional.empty();
      return;
    }
    int port = ((InetSocketAddress) context.channel().localAddress()).getPort();
    if (turn.refusal().isEmpty()) {
      observer.accept(turn.request());
    }
    long earlier = answered++;
    Script script = turn.refusal().orElseGet(() -> router.answer(turn.request(), port, earlier));
    var player = new Player(context.channel(), script, turn.manners(), () -> later(context));
    playing = Optional.of(player);
    player.play();
  }

  /** Scheduled, not called at once: many requests sent ahead would overflow the stack. */
  private void later(ChannelHandlerContext context) {
    context.executor().execute(() -> answerNext(context));
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    playing.ifPresent(Player::play);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    playing.ifPresent(Player::stop);
    ahead.clear();
  }

  /**
   * A client that resets its connection is ignored; an error of the simulator ends the connection
   * too.
   */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
