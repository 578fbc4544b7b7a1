package io.sluice.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.api.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenizerTest {

  private final List<byte[]> tokens = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void tokensOfATextInDeltasAreThoseOfTheWhole(TokenEncoding encoding) {
    var random = new Texts(4);
    var tokenizer = Tokenizer.of(encoding, tokens::add);
    for (int i = 0; i < 3_000; i++) {
      String text = new String((random.next() + random.next()).getBytes(UTF_8), UTF_8);
      tokens.clear();
      for (int from = 0; from < text.length(); ) {
        int to = from + random.cut(text.length() - from);
        tokenizer.append(text.substring(from, to));
        from = to;
      }
      tokenizer.end();
      assertThat(tokens).as(text).containsExactlyElementsOf(expected(encoding, text));
    }
  }

  private static List<byte[]> expected(TokenEncoding encoding, String text) {
    List<byte[]> expected = new ArrayList<>();
    var reference = Reference.of(encoding);
    for (int token : reference.encodeOrdinary(text).toArray()) {
      var single = new IntArrayList(1);
      single.add(token);
      expected.add(reference.decodeBytes(single));
    }
    return expected;
  }

  @Test
  void tokenThatNothingCanChangeIsHandedOnAtOnce() {
    var tokenizer = Tokenizer.of(TokenEncoding.O200K_BASE, tokens::add).append("hello world");
    assertThat(tokens).containsExactly("hello".getBytes(UTF_8));
    tokenizer.end();
    assertThat(tokens).hasSize(2);
  }

  @Test
  void halfASurrogatePairAtTheEndIsItsReplacement() {
    Tokenizer.of(TokenEncoding.CL100K_BASE, tokens::add).append("\uD83D").end();
    assertThat(new String(tokens.get(0), UTF_8)).isEqualTo("\uFFFD");
  }
}
