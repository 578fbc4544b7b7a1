package io.sluice.server.front;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.sluice.server.front.ReplyHead.Connectedness;
import io.sluice.server.http.Refusal;
import java.util.concurrent.TimeUnit;

/**
 * A client whose request a relay has taken: what is written here goes to its connection as it is.
 * Confined to the connection's loop. After the end of the answer, in whatever way, nothing has an
 * effect any more.
 */
public final class ClientSide {

  /** How long a slow client has for what was written before an answer broke off. */
  private static final long SECONDS = 60;

  private final Channel channel;
  private final RelayedHead request;
  private final Hooks hooks;
  private Stage stage = Stage.AWAITED;
  private Connectedness after = Connectedness.CLOSED;

  ClientSide(Channel channel, RelayedHead request, Hooks hooks) {
    this.channel = channel;
    this.request = request;
    this.hooks = hooks;
  }

  /** The loop that everything happens on. */
  public EventLoop loop() {
    return channel.eventLoop();
  }

  /** Whether less than 64 KiB wait to be sent; what is written all the same is kept in memory. */
  public boolean isWritable() {
    return channel.isWritable();
  }

  /** About how many bytes wait to be sent beyond those that always may. */
  public long unsent() {
    return channel.bytesBeforeWritable();
  }

  /** Reads no more of the request for now. */
  public void hold() {
    hooks.hold();
  }

  /** Reads on. */
  public void letCome() {
    hooks.letCome();
  }

  /** Says that the body of the request may come. */
  public void sayContinue() {
    informational(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
  }

  /** Sends an informational answer (status 1xx), which clients of HTTP/1.0 do not know. */
  public void informational(HttpResponse head) {
    if (stage == Stage.AWAITED && !request.isOld()) {
      channel.write(head);
      channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
    }
  }

  /**
   * Sends the head of the answer, with the next {@link #flush}. Its fields are sent as they are;
   * the connection is this one's own, and the body is framed as the client can read it.
   */
  public void head(HttpResponse answer) {
    if (stage != Stage.AWAITED) {
      return;
    }
    HttpHeaders fields = answer.headers();
    boolean chunked = HttpUtil.isTransferEncodingChunked(answer);
    boolean endless = !chunked && !HttpUtil.isContentLengthSet(answer);
    boolean bodiless = request.isAnsweredWithoutBody(answer.status());
    if (chunked && request.isOld()) {
      fields.remove(HttpHeaderNames.TRANSFER_ENCODING);
    }
    request.share(fields);
    boolean endsByClosing = !bodiless && (endless || (chunked && request.isOld()));
    after = endsByClosing ? Connectedness.ENDS_THE_BODY : hooks.afterwards();
    stage = Stage.BEGUN;
    if (after != Connectedness.KEPT) {
      fields.add(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    channel.write(answer);
  }

  /** Sends a piece of the body, with the next {@link #flush}; the last one ends the exchange. */
  public void piece(HttpContent piece) {
    if (stage != Stage.BEGUN) {
      piece.release();
    } else if (piece instanceof LastHttpContent) {
      stage = Stage.OVER;
      channel.writeAndFlush(piece).addListener(sent -> hooks.over(after));
    } else {
      channel.write(piece);
    }
  }

  /** Has what was written go out. */
  public void flush() {
    channel.flush();
  }

  /** Sends a refusal of ours in place of an answer that has not begun; else breaks it off. */
  public void refuse(Refusal refused) {
    if (stage == Stage.AWAITED) {
      stage = Stage.OVER;
      hooks.refuse(refused);
    } else {
      cut();
    }
  }

  /**
   * Closes the connection amid the answer, behind what was written; where closing it would end the
   * body well, it is reset.
   */
  public void cut() {
    if (after == Connectedness.ENDS_THE_BODY) {
      reset();
    } else {
      breakOff(() -> Lingering.close(channel));
    }
  }

  /** Resets the connection amid the answer, behind what was written. */
  public void reset() {
    breakOff(() -> Resetting.now(channel));
  }

  /** Resets the connection amid the answer at once, since its client does not read. */
  public void drop() {
    if (stage != Stage.OVER) {
      stage = Stage.OVER;
      hooks.brokeOff();
      Resetting.now(channel);
    }
  }

  private void breakOff(Runnable ending) {
    if (stage != Stage.OVER) {
      stage = Stage.OVER;
      hooks.brokeOff();
      var limit = loop().schedule(() -> Resetting.now(channel), SECONDS, TimeUnit.SECONDS);
      channel.closeFuture().addListener(closed -> limit.cancel(false));
      channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> ending.run());
    }
  }

  /** Whether the answer is complete, refused or broken off. */
  boolean isOver() {
    return stage == Stage.OVER;
  }

  /** The client is gone. */
  void gone() {
    stage = Stage.OVER;
  }

  private enum Stage {
    /** No head was sent. */
    AWAITED,
    /** The body is sent. */
    BEGUN,
    /** Nothing more is sent. */
    OVER
  }

  /** What the connection does for a relayed request. */
  interface Hooks {

    /** Reads nothing more of the client for now. */
    void hold();

    /** Reads on. */
    void letCome();

    /** What becomes of the connection after an answer whose end can be seen. */
    Connectedness afterwards();

    /** The last byte of the answer is on its way. */
    void over(Connectedness after);

    /** The answer is broken off, so that nothing more is read. */
    void brokeOff();

    /** Answers with this refusal instead. */
    void refuse(Refusal refused);
  }
}
