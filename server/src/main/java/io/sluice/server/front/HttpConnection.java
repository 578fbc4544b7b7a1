package io.sluice.server.front;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.sluice.server.front.ReplyHead.Connectedness;
import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import io.sluice.server.http.StreamedBody;
import io.sluice.text.HeaderField;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client: a request is read, passes the gate and is answered, then the next.
 * While one is answered little of the next is read. Confined to its loop.
 */
final class HttpConnection extends ChannelInboundHandlerAdapter {

  private final FrontTerms terms;
  private final Channel channel;
  private final TimeLimit limit;
  private final WaitingMessages waiting = new WaitingMessages();
  private ConnectionPhase phase = ConnectionPhase.IDLE;
  private boolean kept = true;
  private boolean old;
  private boolean headOnly;
  private List<HeaderField> shared = List.of();
  private @Nullable Request request;
  private @Nullable IncomingBody body;
  private @Nullable ChannelBody streaming;
  private @Nullable Relaying relaying;

  HttpConnection(FrontTerms terms, Channel channel) {
    this.terms = terms;
    this.channel = channel;
    this.limit = new TimeLimit(channel.eventLoop());
  }

  /** Browsers connect before they have something to ask, so a new connection may be silent. */
  @Override
  public void channelActive(ChannelHandlerContext context) {
    Duration head = terms.limits().headTime();
    Duration idle = terms.limits().idle();
    limit.set(head.compareTo(idle) > 0 ? head : idle, channel::close);
  }

  /** Bytes came, which are not decoded yet. */
  void bytesCame() {
    if (phase == ConnectionPhase.IDLE) {
      phase = ConnectionPhase.HEAD;
      limit.set(terms.limits().headTime(), () -> refuse(tooSlow("the head of the request")));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    boolean later = phase != ConnectionPhase.CLOSING && !waiting.isEmpty();
    if (phase == ConnectionPhase.ANSWERED || later) {
      waiting.add(message);
      channel.config().setAutoRead(waiting.haveRoom());
    } else {
      take(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (relaying != null) {
      relaying.readEnded();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (streaming != null) {
      streaming.writabilityChanged();
    }
    if (relaying != null && channel.isWritable()) {
      relaying.writable();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    limit.lift();
    phase = ConnectionPhase.CLOSING;
    waiting.release();
    if (streaming != null) {
      streaming.gone();
    }
    if (relaying != null) {
      relaying.gone();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }

  private void take(Object message) {
    try {
      if (phase == ConnectionPhase.CLOSING) {
        return;
      }
      if (message instanceof HttpRequest head) {
        begin(head);
      }
      if (message instanceof HttpContent piece && phase == ConnectionPhase.BODY) {
        add(piece);
      }
      if (message instanceof HttpContent piece
          && phase == ConnectionPhase.RELAYED
          && relaying != null) {
        relay(relaying, piece.retain());
      }
    } catch (Refusal refused) {
      refuse(refused);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void begin(HttpRequest head) {
    old = head.protocolVersion().compareTo(HttpVersion.HTTP_1_1) < 0;
    kept = HttpUtil.isKeepAlive(head) && !old;
    headOnly = head.method().equals(HttpMethod.HEAD);
    shared = List.of();
    Request read = RequestHead.read(head, channel, terms.limits());
    Optional<Reply> preflight = terms.gate().preflight(read);
    shared = terms.gate().shared(read);
    if (preflight.isPresent()) {
      answer(preflight.get(), Connectedness.CLOSED);
      return;
    }
    Optional<Relay> relay = terms.relay().filter(any -> any.takes(read.path()));
    if (relay.isPresent()) {
      relay(relay.get(), read, head);
      return;
    }
    request = terms.gate().admit(read);
    body = new IncomingBody(terms.limits().body());
    body.announced(head);
    phase = ConnectionPhase.BODY;
    pauseMayBegin();
    if (HttpUtil.is100ContinueExpected(head)) {
      channel.writeAndFlush(
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    }
  }

  private void relay(Relay relay, Request read, HttpRequest head) {
    phase = ConnectionPhase.RELAYED;
    var passed = new Relaying(this, channel, limit, terms.limits());
    relaying = passed;
    passed.begin(relay, terms.gate(), read, new RelayedHead(head, shared));
  }

  private void relay(Relaying passed, HttpContent piece) {
    passed.take(piece);
    if (passed.isWhole() && phase == ConnectionPhase.RELAYED) {
      phase = ConnectionPhase.ANSWERED;
    }
  }

  private void add(HttpContent piece) {
    if (piece.decoderResult().isFailure()) {
      throw Refusal.badRequest("the body of the request is no valid HTTP/1.1");
    }
    IncomingBody coming = body;
    Request complete = request;
    if (coming == null || complete == null) {
      return;
    }
    coming.add(piece.content());
    if (piece instanceof LastHttpContent) {
      body = null;
      request = null;
      ask(complete.with(coming.bytes()));
    } else {
      pauseMayBegin();
    }
  }

  private void pauseMayBegin() {
    limit.set(terms.limits().bodyPause(), () -> refuse(tooSlow("the body of the request")));
  }

  private void ask(Request complete) {
    limit.lift();
    phase = ConnectionPhase.ANSWERED;
    try {
      terms
          .routes()
          .answer(complete)
          .whenComplete(
              (reply, refused) ->
                  channel.eventLoop().execute(() -> answer(Replies.of(reply, refused))));
    } catch (RuntimeException refused) {
      answer(Replies.of(null, refused));
    }
  }

  private void answer(Reply reply) {
    if (phase != ConnectionPhase.CLOSING) {
      answer(reply, kept ? Connectedness.KEPT : Connectedness.CLOSED);
    }
  }

  /** What follows of a refused request is not read, so the connection cannot go on. */
  private void refuse(Refusal refused) {
    relaying = null;
    if (phase != ConnectionPhase.CLOSING) {
      answer(refused.reply(), Connectedness.CLOSED);
    }
  }

  void answer(Reply reply, Connectedness usual) {
    limit.lift();
    boolean endless = (old || headOnly) && reply.stream().isPresent();
    Connectedness after = endless ? Connectedness.ENDS_THE_BODY : usual;
    phase = after == Connectedness.KEPT ? ConnectionPhase.ANSWERED : ConnectionPhase.CLOSING;
    byte[] whole = reply.body();
    channel.write(ReplyHead.of(reply, shared, after, whole.length));
    Optional<StreamedBody> stream = reply.stream().filter(body -> !headOnly);
    if (stream.isPresent()) {
      channel.flush();
      streaming = new ChannelBody(channel, () -> over(after));
      stream.get().begin(streaming);
    } else {
      limit.set(terms.limits().idle(), channel::close);
      channel
          .writeAndFlush(
              new DefaultLastHttpContent(Unpooled.wrappedBuffer(headOnly ? new byte[0] : whole)))
          .addListener(sent -> over(after));
    }
  }

  /** The last byte of an answer is on its way. */
  void over(Connectedness after) {
    streaming = null;
    relaying = null;
    if (after != Connectedness.KEPT) {
      close();
      return;
    }
    if (!channel.isActive()) {
      return;
    }
    phase = ConnectionPhase.IDLE;
    limit.set(terms.limits().idle(), channel::close);
    while (!waiting.isEmpty() && phase != ConnectionPhase.ANSWERED) {
      take(waiting.remove());
    }
    channel.config().setAutoRead(waiting.haveRoom());
    if (relaying != null) {
      relaying.readEnded();
    }
  }

  /**
   * Bytes that the client still sends would make its system discard the reply, so they are read.
   */
  private void close() {
    Lingering.close(channel);
  }

  /** Whether the connection can go on after an answer, if the request was read to its end. */
  boolean isKept() {
    return kept;
  }

  /** Reads no more requests. */
  void closing() {
    limit.lift();
    phase = ConnectionPhase.CLOSING;
  }

  static Refusal tooSlow(String what) {
    return new Refusal(408, "too_slow", what + " took too long; send it again");
  }
}
