package io.sluice.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.api.IntArrayList;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VocabularyTest {

  @Tag("thorough")
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

  @Tag("thorough")
  @ParameterizedTest
  @EnumSource
  void theTableOfShortTokensHoldsThemAndNothingElse(TokenEncoding encoding) {
    ShortTokens table = Vocabularies.of(encoding).shortTokens();
    Set<Long> keys = new HashSet<>();
    for (int token = 0; token < 201_000; token++) {
      byte[] bytes = bytes(encoding, token);
      if (bytes.length > 0 && bytes.length <= ShortTokens.LONGEST) {
        keys.add(key(bytes));
      }
    }
    assertThat(keys).allMatch(table::contains);
    var random = new Random(3);
    for (int i = 0; i < 1_000_000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(3)];
      random.nextBytes(bytes);
      if (table.contains(key(bytes)) != keys.contains(key(bytes))) {
        throw new AssertionError(HexFormat.of().formatHex(bytes));
      }
    }
  }

  private static long key(byte[] bytes) {
    long packed = 0;
    for (byte next : bytes) {
      packed = packed << 8 | (next & 0xFF);
    }
    return ShortTokens.key(packed, bytes.length);
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
