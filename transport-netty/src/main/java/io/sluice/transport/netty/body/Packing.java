package io.sluice.transport.netty.body;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.sluice.stream.OneLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Recognises bodies that are compressed although their Content-Encoding does not say so. */
public final class Packing {

  private static final int GZIP = 0x1f;
  private static final int ZSTD = 0x28;
  private static final int ZSTD_SECOND = 0xb5;

  /** The Transfer-Encoding values that are not compression. */
  private static final List<String> PLAIN = List.of("chunked", "identity", "");

  private static final String REMEDY = "; turn compression off at the server or the gateway";

  private Packing() {}

  /**
   * The error message for an answer that is compressed by Transfer-Encoding; empty if it is not.
   */
  public static Optional<String> ofTransfer(HttpResponse head) {
    if (head.status().code() >= 300) {
      return Optional.empty();
    }
    for (String field : head.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING)) {
      for (String coding : field.split(",", -1)) {
        if (!PLAIN.contains(coding.strip().toLowerCase(Locale.ROOT))) {
          return Optional.of(
              "the answer is compressed by its Transfer-Encoding '"
                  + OneLine.of(coding)
                  + "', which was not asked for"
                  + REMEDY);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The error message for an answer whose first bytes are those of a compressed one; empty if not.
   */
  public static Optional<String> ofBody(HttpResponse head, ByteBuf start) {
    int at = start.readerIndex();
    int first = start.getUnsignedByte(at);
    boolean zstd =
        first == ZSTD && start.readableBytes() > 1 && start.getUnsignedByte(at + 1) == ZSTD_SECOND;
    return head.status().code() < 300 && (first == GZIP || zstd)
        ? Optional.of(
            "the body is compressed ("
                + (zstd ? "zstd" : "gzip")
                + ") but its head does not say so"
                + REMEDY)
        : Optional.empty();
  }

  /** The text of a refusal that is compressed with gzip, as far as it can be read. */
  static ByteBuffer unpacked(ByteBuffer body, int longest) {
    if (body.remaining() < 2 || (body.get(body.position()) & 0xFF) != GZIP) {
      return body;
    }
    byte[] packed = new byte[body.remaining()];
    body.duplicate().get(packed);
    var text = new ByteArrayOutputStream();
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] piece = new byte[1024];
      for (int read = in.read(piece); read >= 0 && text.size() < longest; read = in.read(piece)) {
        text.write(piece, 0, read);
      }
    } catch (IOException cut) {
      // The part read so far is still worth showing.
    }
    return ByteBuffer.wrap(text.toByteArray());
  }
}
