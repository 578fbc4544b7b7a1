package io.sluice.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenCountsTest {

  private final TokenCounts counts = new TokenCounts();

  @Test
  void emptyTextHasNoTokens() {
    assertThat(counts.count(TokenEncoding.O200K_BASE, "")).isZero();
    assertThat(counts.split(TokenEncoding.O200K_BASE, "")).isEmpty();
  }

  @Test
  void specialTokensInATextAreText() {
    assertThat(counts.count(TokenEncoding.O200K_BASE, "<|endoftext|>")).isGreaterThan(1);
  }

  @Test
  void halfASurrogatePairCountsAsItsReplacement() {
    for (TokenEncoding encoding : TokenEncoding.values()) {
      assertThat(counts.count(encoding, "a\ud83d b\ude00"))
          .isEqualTo(counts.count(encoding, "a\uFFFD b\uFFFD"));
    }
  }

  @Test
  void bytesOfTheTokensAreTheText() {
    String text = "Still water, \ud83d\ude00 ünïcode\n";
    for (TokenEncoding encoding : TokenEncoding.values()) {
      List<byte[]> tokens = counts.split(encoding, text);
      var joined = new ByteArrayOutputStream();
      tokens.forEach(joined::writeBytes);

      assertThat(joined.toString(UTF_8)).isEqualTo(text);
      assertThat(tokens).hasSize((int) counts.count(encoding, text));
    }
  }
}
