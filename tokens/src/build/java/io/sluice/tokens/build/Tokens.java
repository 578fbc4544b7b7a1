package io.sluice.tokens.build;

import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.IntArrayList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of an encoding, but for its special ones, which are no text.
 *
 * @param all each token's bytes at its number; none where no token has that number
 */
record Tokens(List<byte[]> all) {

  private static final int NUMBERS = 1 << 18;
  private static final byte[] NO_TOKEN = {};

  static Tokens of(Encoding encoding) {
    List<byte[]> all = new ArrayList<>();
    for (int number = 0; number < NUMBERS; number++) {
      byte[] bytes = bytes(encoding, number);
      if (bytes.length > 0) {
        while (all.size() < number) {
          all.add(NO_TOKEN);
        }
        all.add(bytes);
      }
    }
    return new Tokens(List.copyOf(all));
  }

  private static byte[] bytes(Encoding encoding, int number) {
    var single = new IntArrayList(1);
    single.add(number);
    try {
      byte[] bytes = encoding.decodeBytes(single);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return text.matches("<\\|\\w+\\|>") ? NO_TOKEN : bytes;
    } catch (NullPointerException unknown) { // which is how jtokkit says so
      return NO_TOKEN;
    }
  }

  /** One more than the highest number. */
  int size() {
    return all.size();
  }

  byte[] bytes(int token) {
    return all.get(token);
  }

  int longest() {
    return all.stream().mapToInt(bytes -> bytes.length).max().orElse(0);
  }
}
