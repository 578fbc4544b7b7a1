package io.sluice.server.front;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.sluice.server.front.ReplyHead.Connectedness;
import io.sluice.server.gate.Gate;
import io.sluice.server.http.Refusal;
import io.sluice.server.http.Request;
import io.sluice.server.limits.Limits;
import org.jspecify.annotations.Nullable;

/**
 * A relayed request on its way: its bounds, and what it does to its connection. Mutable; on the
 * loop of the connection.
 */
final class Relaying implements ClientSide.Hooks {

  private final HttpConnection connection;
  private final Channel channel;
  private final TimeLimit limit;
  private final Limits limits;
  private @Nullable ClientSide client;
  private @Nullable RelayedRequest request;
  private long came;
  private boolean whole;

  /**
   * @param limit the limit that the connection is under, here between two pieces of the body
   */
  Relaying(HttpConnection connection, Channel channel, TimeLimit limit, Limits limits) {
    this.connection = connection;
    this.channel = channel;
    this.limit = limit;
    this.limits = limits;
  }

  /**
   * Has the relay take the request.
   *
   * @throws Refusal if it is not granted
   */
  void begin(Relay relay, Gate gate, Request read, RelayedHead head) {
    if (HttpUtil.getContentLength(head.head(), 0L) > limits.passedBody()) {
      throw IncomingBody.tooLarge(limits.passedBody());
    }
    Request admitted = gate.admitUnnamed(read);
    pauseMayBegin();
    var side = new ClientSide(channel, head, this);
    request = relay.begin(admitted, head.head(), gate, side);
    client = side;
  }

  /** Passes a piece of the request on; it is released. */
  void take(HttpContent piece) {
    came += piece.content().readableBytes();
    RelayedRequest taker = request;
    if (isOver() || taker == null) {
      piece.release();
    } else if (piece.decoderResult().isFailure()) {
      piece.release();
      stop(Refusal.badRequest("the body of the request is no valid HTTP/1.1"));
    } else if (came > limits.passedBody()) {
      piece.release();
      stop(IncomingBody.tooLarge(limits.passedBody()));
    } else {
      whole = piece instanceof LastHttpContent;
      pauseMayBegin();
      taker.piece(piece);
    }
  }

  /** Whether the last piece of the request came. */
  boolean isWhole() {
    return whole;
  }

  void readEnded() {
    if (!isOver() && request != null) {
      request.readEnded();
    }
  }

  void writable() {
    if (!isOver() && request != null) {
      request.writable();
    }
  }

  void gone() {
    if (!isOver() && client != null && request != null) {
      client.gone();
      request.gone();
    }
  }

  @Override
  public void hold() {
    if (!whole) {
      limit.set(limits.bodyPause(), () -> stop(heldTooLong()));
      channel.config().setAutoRead(false);
    }
  }

  @Override
  public void letCome() {
    if (!whole && !channel.config().isAutoRead()) {
      pauseMayBegin();
      channel.config().setAutoRead(true);
    }
  }

  @Override
  public Connectedness afterwards() {
    return whole && connection.isKept() ? Connectedness.KEPT : Connectedness.CLOSED;
  }

  @Override
  public void over(Connectedness after) {
    connection.over(after);
  }

  @Override
  public void brokeOff() {
    connection.closing();
  }

  @Override
  public void refuse(Refusal refused) {
    connection.answer(refused.reply(), afterwards());
  }

  private boolean isOver() {
    return client == null || client.isOver();
  }

  private void stop(Refusal refused) {
    ClientSide refusing = client;
    if (!isOver() && refusing != null && request != null) {
      refusing.refuse(refused);
      request.gone();
    }
  }

  /** A client that leaves meanwhile is not seen, since nothing of it is read. */
  private static Refusal heldTooLong() {
    return new Refusal(
        504, "upstream_stalled", "the endpoint takes no more of the request; send it again");
  }

  private void pauseMayBegin() {
    if (whole) {
      limit.lift();
    } else {
      limit.set(limits.bodyPause(), () -> stop(HttpConnection.tooSlow("the body of the request")));
    }
  }
}
