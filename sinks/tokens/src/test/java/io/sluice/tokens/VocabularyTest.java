package io.sluice.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.api.IntArrayList;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VocabularyTest {

  @ParameterizedTest
  @EnumSource
  void everyTokenIsWhatItsBytesAreEncodedTo(TokenEncoding encoding) {
    var vocabulary = Vocabularies.of(encoding);
    var encoder = new PieceEncoder(vocabulary, new Candidates(vocabulary));
    int seen = 0;
    for (int token = 0; token < 201_000; token++) {
      byte[] bytes = bytes(encoding, token);
      encoder.reset();
      int last = 0;
      for (byte next : bytes) {
        last = encoder.appendByte(next);
      }
      if (last != bytes.length) {
        assertThat(last).as("token %d", token).isEqualTo(bytes.length);
      }
      seen += bytes.length == 0 ? 0 : 1;
    }
    assertThat(seen).isEqualTo(known(encoding));
  }

  private static int known(TokenEncoding encoding) {
    return switch (encoding) {
      case O200K_BASE -> 199_998;
      case CL100K_BASE -> 100_256;
      case P50K_BASE -> 50_280;
      case R50K_BASE -> 50_256;
    };
  }

  /** None for the numbers that are no token's or a special one's. */
  private static byte[] bytes(TokenEncoding encoding, int token) {
    var single = new IntArrayList(1);
    single.add(token);
    try {
      byte[] bytes = Reference.of(encoding).decodeBytes(single);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return text.startsWith("<|") && text.endsWith("|>") ? new byte[0] : bytes;
    } catch (NullPointerException unknown) {
      return new byte[0];
    }
  }
}
