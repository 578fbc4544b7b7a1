package io.sluice.transport.netty.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedleTest {

  @Test
  void itIsFoundWhereverItStandsAndNowhereElse() {
    var random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      String text = abc(random, random.nextInt(40));
      String sought = abc(random, 1 + random.nextInt(6));
      assertThat(new Needle(bytes(sought)).isIn(ByteBuffer.wrap(bytes(text))))
          .as("'%s' in '%s'", sought, text)
          .isEqualTo(text.contains(sought));
    }
  }

  @Test
  void onlyWhatRemainsOfTheBufferIsLookedAt() {
    ByteBuffer text = ByteBuffer.wrap(bytes("key and ke"), 1, 9);
    assertThat(new Needle(bytes("key")).isIn(text)).isFalse();
    assertThat(text.position()).isEqualTo(1);
  }

  @Test
  void bytesBeyondAsciiAreBytesToo() {
    assertThat(new Needle(bytes("é€")).isIn(ByteBuffer.wrap(bytes("caféé€")))).isTrue();
  }

  private static String abc(Random random, int length) {
    return random
        .ints(length, 'a', 'd')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
