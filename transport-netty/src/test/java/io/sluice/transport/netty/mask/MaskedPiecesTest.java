package io.sluice.transport.netty.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedPiecesTest {

  private static final String KEY = "sk-sk-live-4242";

  @Test
  void theKeyIsMaskedWhereverTheBytesAreCut() {
    String text = "é: sk-sk-sk-live-4242 and sk-sk-live-4241\n" + KEY + KEY + " sk-";
    String masked = "é: sk-*** and sk-sk-live-4241\n****** sk-";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int size = 1; size <= bytes.length; size++) {
      assertThat(inPieces(bytes, size)).as("pieces of " + size).isEqualTo(masked);
    }
  }

  @Test
  void anEscapedKeyIsMaskedWhereverTheBytesAreCut() {
    String text =
        "data: \"sk\\u002dsk-live\\u002D4242\" \\u0073k-sk-live-424\\u0032 sk\\\\u002dsk-live-4242\n"
            + "sk\\u002dsk-live-4241 \\u002d\\n sk\\u002d";
    String masked = "data: \"***\" *** ***\nsk\\u002dsk-live-4241 \\u002d\\n sk\\u002d";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int size = 1; size <= bytes.length; size++) {
      assertThat(inPieces(bytes, size)).as("pieces of " + size).isEqualTo(masked);
    }
  }

  @Test
  void aWholeLineNeverWaits() {
    var pieces = new MaskedPieces(new KeyText(List.of(KEY)));

    assertThat(text(pieces.next(bytes("data: sk-\n\n")))).isEqualTo("data: sk-\n\n");
    assertThat(text(pieces.next(bytes("data: sk-")))).isEqualTo("data: ");
    assertThat(text(pieces.rest())).isEqualTo("sk-");
  }

  private static String inPieces(byte[] bytes, int size) {
    var pieces = new MaskedPieces(new KeyText(List.of(KEY)));
    ByteBuffer all = ByteBuffer.allocate(2 * bytes.length);
    for (int at = 0; at < bytes.length; at += size) {
      all.put(pieces.next(ByteBuffer.wrap(bytes, at, Math.min(size, bytes.length - at))));
    }
    return text(all.put(pieces.rest()).flip());
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }
}
