package io.sluice.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.sluice.stream.Failure;
import io.sluice.transport.netty.PassedExchange.Cut;
import io.sluice.transport.netty.connect.Connection;
import io.sluice.transport.netty.connect.ConnectionErrors;
import io.sluice.transport.netty.connect.TlsErrors;
import io.sluice.transport.netty.http.AnswerBytes;
import io.sluice.transport.netty.http.KeepAlive;
import io.sluice.transport.netty.route.Proxy;
import java.io.IOException;
import javax.net.ssl.SSLException;

/** The answer of a passed exchange as it comes from its connection. On the channel's event loop. */
final class PassedAnswer extends ChannelInboundHandlerAdapter {

  private final Connection connection;
  private final PassedExchange exchange;
  private Stage stage = Stage.AWAITED;
  private boolean keepsAlive;

  PassedAnswer(Connection connection, PassedExchange exchange) {
    this.connection = connection;
    this.exchange = exchange;
  }

  Channel channel() {
    return connection.channel();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (exchange.isOver()) {
      ReferenceCountUtil.release(message);
    } else if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
      ReferenceCountUtil.release(message);
      broken(part.decoderResult().cause());
    } else if (message instanceof HttpResponse head) {
      head(head);
    } else if (message instanceof HttpContent piece) {
      piece(piece);
    } else {
      ReferenceCountUtil.release(message);
    }
  }

  private void head(HttpResponse head) {
    exchange.answered();
    if (head.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
      lost(new Failure.Protocol("the server switched to a protocol that was not asked for", ""));
      return;
    }
    if (head.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
      stage = Stage.INFORMATIONAL;
    } else {
      stage = Stage.BODY;
      keepsAlive = HttpUtil.isKeepAlive(head);
      KeepAlive.limit(head.headers()).ifPresent(connection::serverWaits);
      if (!exchange.isHeadOnly()) {
        AnswerBytes.of(channel()).head(head);
      }
    }
    exchange.receiver().head(head);
  }

  private void piece(HttpContent piece) {
    boolean last = piece instanceof LastHttpContent;
    if (stage != Stage.BODY) {
      piece.release();
      stage = last ? Stage.AWAITED : stage;
      return;
    }
    if (last) {
      exchange.complete(connection, keepsAlive);
    }
    exchange.receiver().piece(piece);
    if (last) {
      exchange.receiver().readEnded();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (exchange.isOver()) {
      return;
    }
    exchange.receiver().readEnded();
    if (stage != Stage.BODY || exchange.receiver().wantsMore()) {
      context.read();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (!exchange.isOver() && channel().isWritable()) {
      exchange.receiver().writable();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    boolean silent = !AnswerBytes.of(channel()).any();
    ended(
        Cut.CLOSED,
        new Failure.Connection(
            hop()
                + " did not answer: the connection was closed"
                + (silent ? "; check scheme and port of the URL" : " in the middle of the head")));
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    broken(cause);
  }

  private void broken(Throwable cause) {
    boolean reset = cause instanceof IOException && !(cause instanceof SSLException);
    Failure failure =
        TlsErrors.last(cause, connection.target())
            .or(() -> ConnectionErrors.violation(cause))
            .orElseGet(() -> ConnectionErrors.breaking(cause));
    ended(reset ? Cut.RESET : Cut.CLOSED, failure);
  }

  private void ended(Cut how, Failure failure) {
    if (stage == Stage.BODY) {
      exchange.cut(connection, how);
    } else {
      lost(failure);
    }
  }

  private void lost(Failure failure) {
    exchange.unanswered(connection, failure);
  }

  private String hop() {
    return connection.asks().map(Proxy::toString).orElseGet(() -> connection.target().toString());
  }

  /** What is read next. */
  private enum Stage {
    /** The head of an answer. */
    AWAITED,
    /** What ends an informational answer. */
    INFORMATIONAL,
    /** The body of the answer. */
    BODY
  }
}
