package io.sluice.server.passage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.sluice.chat.ChatRequest;
import io.sluice.json.RequestJson;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** A copy of the body of a request while it passes, up to 16 MiB. Mutable; for one thread. */
final class RequestCopy {

  private static final int MOST = 16 << 20;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private boolean left;

  /** A copy of a request with these fields; of one that is packed, none is made. */
  RequestCopy(HttpHeaders fields) {
    left = fields.contains(HttpHeaderNames.CONTENT_ENCODING);
  }

  /** Copies the next piece; beyond the bound, what was copied is given up. */
  void add(ByteBuf piece) {
    if (left || body.size() + piece.readableBytes() > MOST) {
      left = true;
      body.reset();
      return;
    }
    byte[] bytes = new byte[piece.readableBytes()];
    piece.getBytes(piece.readerIndex(), bytes);
    body.writeBytes(bytes);
  }

  /** Whether there is no copy, since the request is too long or packed. */
  boolean isLeft() {
    return left;
  }

  /** The request, if it is one that can be read. */
  Optional<ChatRequest> read() {
    if (left) {
      return Optional.empty();
    }
    try {
      return Optional.of(RequestJson.read(body.toString(UTF_8)));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
