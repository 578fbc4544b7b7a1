package io.sluice.server.front;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.sluice.server.http.Refusal;
import java.io.ByteArrayOutputStream;

/** The body of a request while it comes, up to a bound. Mutable; for one request. */
final class IncomingBody {

  private final int most;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  IncomingBody(int most) {
    this.most = most;
  }

  /**
   * Refuses a body that its head announces as too large.
   *
   * @throws Refusal if it is
   */
  void announced(HttpRequest head) {
    if (HttpUtil.getContentLength(head, 0L) > most) {
      throw tooLarge();
    }
  }

  /**
   * Takes the next piece.
   *
   * @throws Refusal if it is too much
   */
  void add(ByteBuf piece) {
    if (bytes.size() + piece.readableBytes() > most) {
      throw tooLarge();
    }
    byte[] copy = new byte[piece.readableBytes()];
    piece.readBytes(copy);
    bytes.writeBytes(copy);
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private Refusal tooLarge() {
    return tooLarge(most);
  }

  /** The refusal of a body with more bytes. */
  static Refusal tooLarge(long most) {
    return new Refusal(413, "body_too_large", "the body has more than " + most + " bytes");
  }
}
